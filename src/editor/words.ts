import { count, singleLine } from '../base/text.ts';
import type { BudgetReading } from '../client/budget.ts';
import type { Connection, Project } from '../connections/connection.ts';
import type { ServiceDefinition } from '../services/definition.ts';

/** `Phare · staging`: the service, and the label where that says more. */
export function connectionTitle(connection: Connection, definition: ServiceDefinition): string {
  const label = singleLine(connection.label, 80);
  return label.toLowerCase().startsWith(definition.name.toLowerCase()) ? label : `${definition.name} · ${label}`;
}

export function projectTitle(project: Project): string {
  return singleLine(project.slug ?? project.name, 80) || singleLine(project.id, 40);
}

/** `3 projects`, in the service's own word. */
export function projectCount(number: number, hasMore: boolean, { projectTerm }: ServiceDefinition): string {
  return hasMore ? `${number}+ ${projectTerm.many}` : count(number, projectTerm.one, projectTerm.many);
}

/** How a project gets onto a request: `header X-Phare-Project-Id`. */
export function scopeMechanism(connection: Connection, { scope, projectTerm }: ServiceDefinition): string {
  if (connection.keyKind === 'one-project' && scope.by === 'header')
    return `none, the key is bound to one ${projectTerm.one}`;
  switch (scope.by) {
    case 'header':
      return `header ${scope.header}`;
    case 'path':
      return `path {${scope.parameter}}`;
    case 'token':
      return `token, one for each ${projectTerm.one}`;
    case 'none':
      return 'none';
  }
}

/** `about 87 of 100 calls left this minute`; empty where the service's limit is not known. */
export function budgetWords(reading: BudgetReading, definition: ServiceDefinition): string {
  if (!definition.budget) return '';
  const limit = definition.budget.classes[0]?.calls ?? reading.calls;
  const window =
    reading.perSeconds === 60 ? 'this minute' : reading.perSeconds === 1 ? 'this second' : `in ${reading.perSeconds} s`;
  return `about ${reading.calls} of ${limit} calls left ${window}`;
}

/** `61 B`, `1.2 kB`, `3.4 MB`. */
export function byteSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
