import { singleLine } from '../../base/text.ts';
import type { RequestDraft } from '../../client/draft.ts';
import type { PanelDraft } from './protocol.ts';

export const EMPTY_DRAFT: PanelDraft = { method: 'GET', path: '/', pathValues: {}, query: [], headers: [], body: '' };

/** The request that a composed draft stands for. Placeholders without a value stay, and are refused by name. */
export function requestDraft(connection: string, draft: PanelDraft, project?: string | null): RequestDraft {
  const path = draft.path.replaceAll(/\{([^{}/]+)\}/gu, (placeholder, name: string) => {
    const value = draft.pathValues[name]?.trim();
    return value ? encodeURIComponent(value) : placeholder;
  });
  const query: Record<string, string[]> = {};
  for (const { name, value } of draft.query) if (name.trim() !== '') (query[name.trim()] ??= []).push(value);
  const headers: Record<string, string> = {};
  for (const { name, value } of draft.headers) {
    const trimmed = name.trim();
    // A header given twice is one header with both values (RFC 9110, 5.3).
    if (trimmed !== '') headers[trimmed] = trimmed in headers ? `${headers[trimmed]}, ${value}` : value;
  }
  return {
    connection,
    method: draft.method,
    path,
    query,
    headers,
    ...(draft.body !== '' && { body: draft.body }),
    ...(project !== undefined && { project }),
  };
}

/** What a panel's tab is called. */
export function titleOf({ method, path }: PanelDraft): string {
  return singleLine(`${method} ${path}`, 60);
}
