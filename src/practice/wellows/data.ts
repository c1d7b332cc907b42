import { daysBefore, pick } from '../shared/dates.ts';
import { Table } from '../shared/table.ts';

const FIRST_PROJECT_ID = 301;
const NAMES = [
  'Luminous Tower',
  'Harbor',
  'EU shop',
  'US shop',
  'Blog',
  'Docs site',
  // Awkward on purpose: a name is a person's text, and none of it may be read as markup, a link or a direction.
  'مشروع المراقبة',
  '**bold** [link](//x.test)',
  '<b>Tag</b> & "quotes"',
  'Überwachung 東京 🚨',
  '$(alert) ${codicon}',
  'Just created',
];

export interface WellowsData {
  readonly projects: Table;
  /** Owned by the project's id. */
  readonly monitoring: Table;
}

/** The data as it is when practice mode starts: the same every time, whatever the clock says. */
export function seedWellows(): WellowsData {
  const projects = new Table(FIRST_PROJECT_ID);
  const monitoring = new Table(9001);
  for (const [index, name] of NAMES.entries()) {
    const project = projects.insert(null, () => ({
      name,
      domain: `site-${index + 1}.practice.example`,
      created_at: daysBefore(300 - index),
    }));
    if (name === 'Just created') continue;
    for (let number = 0; number < 3 + index * 4; number += 1) {
      monitoring.insert(project.id, () => ({
        project_id: project.id,
        keyword: pick(['brand', 'reviews', 'pricing', 'alternatives'], number),
        status: pick(['ok', 'changed', 'lost'], number),
        position: 1 + ((number * 7) % 50),
        checked_at: daysBefore(number % 10),
      }));
    }
  }
  return { projects, monitoring };
}
