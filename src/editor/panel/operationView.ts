import * as vscode from 'vscode';
import type { ServiceDefinition } from '../../services/definition.ts';
import type { Operation, Parameter } from '../../services/operationSchema.ts';
import { isRead, operationKey, placeholders } from '../../services/operations.ts';
import type { PanelOperation, PanelParameter } from './protocol.ts';

const views = new WeakMap<ServiceDefinition, readonly PanelOperation[]>();

/** The documented operations as the page offers them: the same list for as long as the definition is the same. */
export function operationViews(definition: ServiceDefinition): readonly PanelOperation[] {
  const kept = views.get(definition);
  if (kept) return kept;
  const made = definition.operations.map((operation) => operationView(operation, definition));
  views.set(definition, made);
  return made;
}

function operationView(operation: Operation, { scope, projectTerm, documentation }: ServiceDefinition): PanelOperation {
  const described = new Map((operation.pathParameters ?? []).map((parameter) => [parameter.name, parameter]));
  return {
    key: operationKey(operation),
    method: operation.method,
    path: operation.path,
    title: operation.title,
    group: operation.group,
    changesData: !isRead(operation),
    hasDocumentation: (operation.documentation ?? documentation) !== undefined,
    pathParameters: placeholders(operation.path).map((name) =>
      scope.by === 'path' && name === scope.parameter
        ? { ...parameterView({ name }), summary: vscode.l10n.t('Left empty: the chosen {0}', projectTerm.one) }
        : { ...parameterView(described.get(name) ?? { name }), required: true },
    ),
    query: (operation.query ?? []).map(parameterView),
    body: (operation.body ?? []).map(parameterView),
  };
}

function parameterView(parameter: Parameter): PanelParameter {
  return {
    name: parameter.name,
    type: parameter.type ?? '',
    required: parameter.required === true,
    repeatable: parameter.repeatable === true,
    values: (parameter.values ?? []).map(String),
    summary: [parameter.summary, boundsOf(parameter)].filter(Boolean).join('. '),
  };
}

function boundsOf({ minimum, maximum }: Parameter): string {
  if (minimum !== undefined && maximum !== undefined) return `${minimum}–${maximum}`;
  return minimum === undefined ? '' : vscode.l10n.t('at least {0}', minimum);
}
