/** What files of a media type end in, where programs go by that. */
const ENDINGS: Readonly<Record<string, string>> = {
  'application/gzip': 'gz',
  'application/json': 'json',
  'application/pdf': 'pdf',
  'application/x-gzip': 'gz',
  'application/x-ndjson': 'ndjson',
  'application/x-tar': 'tar',
  'application/x-yaml': 'yaml',
  'application/xml': 'xml',
  'application/yaml': 'yaml',
  'application/zip': 'zip',
  'audio/mpeg': 'mp3',
  'audio/wav': 'wav',
  'image/avif': 'avif',
  'image/bmp': 'bmp',
  'image/gif': 'gif',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/svg+xml': 'svg',
  'image/tiff': 'tiff',
  'image/webp': 'webp',
  'image/x-icon': 'ico',
  'text/calendar': 'ics',
  'text/css': 'css',
  'text/csv': 'csv',
  'text/html': 'html',
  'text/markdown': 'md',
  'text/xml': 'xml',
  'text/yaml': 'yaml',
  'video/mp4': 'mp4',
};

/**
 * What the name of a body's file ends in.
 * @param contentType as the service gave it; it may lie, so a text that is JSON by its look is taken for that.
 * @param text undefined for binary data.
 */
export function fileEnding(contentType: string, text: string | undefined): string {
  if (text !== undefined && /^\s*[[{]/u.test(text)) return /ndjson/iu.test(contentType) ? 'ndjson' : 'json';
  const [mediaType = ''] = contentType.toLowerCase().split(';');
  const known = Object.hasOwn(ENDINGS, mediaType.trim()) ? ENDINGS[mediaType.trim()] : undefined;
  // What only says that it is JSON is none, and what only says that it is a picture is text.
  const isText = /^(?:text\/|application\/.*(?:xml|yaml)|image\/svg)/u.test(mediaType);
  if (text !== undefined) return (isText && known) || 'txt';
  return known ?? 'bin';
}
