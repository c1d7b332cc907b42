import { type Answer, isAnswer, json } from '../shared/answer.ts';
import type { Entity } from '../shared/table.ts';
import { forbidden, notFound, type PhareVariants, unauthorized, unprocessable } from './call.ts';
import type { PhareKey } from './keys.ts';
import type { Organization } from './organization.ts';

const ID_HEADER = 'x-phare-project-id';
const SLUG_HEADER = 'x-phare-project-slug';

export interface ScopeQuestion {
  readonly organization: Organization;
  readonly key: PhareKey;
  readonly headers: Readonly<Record<string, string>>;
  readonly variants: PhareVariants;
}

/** The project that a request is about, or the answer that refuses it. */
export function projectOf(question: ScopeQuestion): Entity | Answer {
  const { organization, key, variants } = question;
  const named = namedProject(question);
  if (key.project === undefined) {
    if (named === undefined) return missingProject(variants.get('missing-project'));
    return named ?? unknownProject(variants.get('unknown-project'));
  }
  const own = organization.projects.get(key.project, null);
  if (own === undefined) return unauthorized();
  if (named === undefined) return own;
  if (named !== null && isAnswer(named)) return named;
  if (named?.id === own.id) return own;
  switch (variants.get('project-key-other-project')) {
    case 'ignored':
      return own;
    case '404':
      return notFound();
    case '401':
      return unauthorized();
    default:
      return forbidden('This API key does not have access to the requested project.');
  }
}

/** The project the headers name: undefined where they name none, null where there is no such project. */
function namedProject({ organization, headers, variants }: ScopeQuestion): Entity | Answer | null | undefined {
  const id = headers[ID_HEADER]?.trim() ?? '';
  const slug = headers[SLUG_HEADER]?.trim() ?? '';
  if (id === '' && slug === '') return undefined;
  const both = id !== '' && slug !== '' ? variants.get('both-project-headers') : undefined;
  if (both === '422') {
    const message = 'Only one of the project headers may be sent.';
    return unprocessable({ [ID_HEADER]: [message], [SLUG_HEADER]: [message] });
  }
  const projects = organization.projects;
  if (id === '' || both === 'slug-wins') {
    return projects.list(null).find((project) => project['slug'] === slug) ?? null;
  }
  if (!/^\d{1,15}$/.test(id)) {
    if (variants.get('malformed-project-id') === 'as-unknown') return null;
    return unprocessable({ [ID_HEADER]: [`The ${ID_HEADER} field must be an integer.`] });
  }
  return projects.get(Number(id), null) ?? null;
}

function missingProject(variant: string): Answer {
  const message = 'The X-Phare-Project-Id or X-Phare-Project-Slug header is required with an organization API key.';
  switch (variant) {
    case '403':
      return forbidden(message);
    case '422':
      return unprocessable({ [ID_HEADER]: [`The ${ID_HEADER} field is required.`] });
    case '400':
      return json(400, { message });
    default:
      return unauthorized();
  }
}

function unknownProject(variant: string): Answer {
  switch (variant) {
    case '403':
      return forbidden('You do not have access to this project.');
    case '401':
      return unauthorized();
    case '422':
      return unprocessable({ [ID_HEADER]: ['The selected project is invalid.'] });
    default:
      return notFound();
  }
}
