/** Names as Logfire allows them, with descriptions, which may be any text. */
const NAMED: readonly (readonly [string, string | null])[] = [
  ['checkout-api', 'Takes orders'],
  ['payments', 'Talks to banks'],
  ['search', null],
  ['identity', 'Who is who'],
  ['mobile-backend', 'For both apps'],
  // Awkward on purpose: a description is a person's text, and none of it may be read as markup, a link or a direction.
  ['rtl-notes', 'مشروع المراقبة'],
  ['markdown-notes', '**bold** [link](//x.test) $(alert)'],
  ['html-notes', '<b>Tag</b> & "quotes"'],
  ['unicode-notes', 'Überwachung 東京 🚨'],
  // Empty on purpose: a project somebody has just made.
  ['just-created', null],
];

const US_PROJECTS = 110;

/** The projects of an organization: many in the US, a few elsewhere. */
export function projectNames(region: string, account: number): readonly (readonly [string, string | null])[] {
  if (region === 'eu') {
    return [
      ['lager', 'Warehouse'],
      ['kasse', 'Tills'],
      // The same name as in the other region: only the key tells them apart.
      ['payments', 'EU payments'],
      ['just-created', null],
    ];
  }
  if (account === 2)
    return [
      ['second-organization', null],
      ['payments', 'Of another organization'],
    ];
  const services = Array.from({ length: US_PROJECTS - NAMED.length }, (_, index): readonly [string, string] => [
    `service-${String(index + 1).padStart(3, '0')}`,
    `One of many services`,
  ]);
  return [...NAMED, ...services];
}
