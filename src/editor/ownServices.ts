import * as vscode from 'vscode';
import { DisposableStore } from '../base/disposable.ts';
import { singleLine } from '../base/text.ts';
import type { ServiceDefinition } from '../services/definition.ts';
import { checkDefinition } from '../services/checkDefinition.ts';
import type { PlacedProblem } from '../services/readDefinition.ts';
import type { Services } from '../services/registry.ts';
import { settings } from '../manifest.ts';
import type { Log } from './log.ts';
import { confirm, showError, showInformation } from './messages.ts';

/** A definition is text of a few kilobytes; what is larger is another file chosen by mistake. */
const LARGEST_FILE_BYTES = 2_000_000;

/** The services that a person described: kept in the user's settings, added from files. */
export class OwnServices implements vscode.Disposable {
  readonly #services: Services;
  readonly #log: Log;
  readonly #disposables = new DisposableStore();
  readonly #problems = this.#disposables.add(vscode.languages.createDiagnosticCollection('Bearings'));
  /** The last right form of each service, so that a mistake in the settings takes nothing away. */
  readonly #kept = new Map<string, ServiceDefinition>();

  constructor(services: Services, log: Log) {
    this.#services = services;
    this.#log = log;
    this.#disposables.add(
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(settings.services)) this.#read();
      }),
    );
    this.#read();
  }

  /** Adds a service from a JSON file, or replaces the one of the same id. A file with faults changes nothing. */
  async addFromFile(given?: vscode.Uri): Promise<void> {
    const file = given ?? (await pickFile());
    if (!file) return;
    const name = file.path.split('/').at(-1) ?? '';
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > LARGEST_FILE_BYTES) {
      const megabytes = Math.round(size / 1e6);
      void showError(
        vscode.l10n.t('{0} is too large for a service definition ({1} MB). Choose another file.', name, megabytes),
      );
      return;
    }
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
    const { later } = await import('./later.ts');
    const read = later.readDefinition(text);
    this.#problems.set(file, read.ok ? [] : read.error.map(diagnosticOf));
    if (!read.ok) {
      await this.#tellProblems(file, name, read.error);
      return;
    }
    const definition = read.value;
    if (this.#services.isBuiltIn(definition.id)) {
      void showError(
        vscode.l10n.t(
          '{0} cannot be added: the id "{1}" belongs to a service on board. Give it another id.',
          definition.name,
          definition.id,
        ),
      );
      return;
    }
    const hosts = definition.regions.map(({ baseUrl }) => new URL(baseUrl).host).join(', ');
    const detail = vscode.l10n.t(
      'Its keys and requests go to {0}. It is kept in your user settings ("{1}").',
      hosts,
      settings.services,
    );
    const before = storedDefinitions();
    const isThere = before.some((stored) => idOf(stored) === definition.id);
    const isAgreed = isThere
      ? await confirm(vscode.l10n.t('Replace the service {0}?', definition.name), detail, vscode.l10n.t('Replace'))
      : await confirm(vscode.l10n.t('Add the service {0}?', definition.name), detail, vscode.l10n.t('Add'));
    if (!isAgreed) return;
    const others = before.filter((stored) => idOf(stored) !== definition.id);
    await vscode.workspace
      .getConfiguration()
      .update(settings.services, [...others, definition], vscode.ConfigurationTarget.Global);
    const { name: added, operations } = definition;
    void showInformation(
      operations.length === 1
        ? vscode.l10n.t('{0} was added, with {1} operation. Add a connection to use it.', added, operations.length)
        : vscode.l10n.t('{0} was added, with {1} operations. Add a connection to use it.', added, operations.length),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #read(): void {
    const problems: string[] = [];
    const definitions = storedDefinitions().flatMap((stored, index) => {
      const checked = checkDefinition(stored);
      if (checked.ok && !this.#services.isBuiltIn(checked.value.id)) {
        this.#kept.set(checked.value.id, checked.value);
        return [checked.value];
      }
      const [first] = checked.ok
        ? [{ path: ['id'], message: vscode.l10n.t('belongs to a service on board') }]
        : checked.error;
      problems.push(`${settings.services}[${index}] ${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
      return this.#kept.get(idOf(stored) ?? '') ?? [];
    });
    this.#services.setOwn(definitions);
    const [first] = problems;
    if (first === undefined) return;
    this.#log.warn(problems.join('\n'));
    void showError(
      vscode.l10n.t(
        'A service in your settings is not right, so its last right form stays: {0}',
        singleLine(first, 200),
      ),
      vscode.l10n.t('Open Settings'),
    ).then((choice) => {
      if (choice) void vscode.commands.executeCommand('workbench.action.openSettingsJson');
    });
  }

  async #tellProblems(file: vscode.Uri, name: string, problems: readonly PlacedProblem[]): Promise<void> {
    const [first] = problems;
    if (!first) return;
    const more = problems.length > 1 ? ` ${vscode.l10n.t('(and {0} more)', problems.length - 1)}` : '';
    const what = first.message.replace(/\.$/u, '') + more;
    const message = vscode.l10n.t(
      '{0}, line {1}, column {2}: {3}. Nothing was added.',
      name,
      first.line,
      first.column,
      what,
    );
    this.#log.warn(
      problems.map(({ line, column, message: problem }) => `${name}:${line}:${column} ${problem}`).join('\n'),
    );
    if ((await showError(message, vscode.l10n.t('Open File'))) === undefined) return;
    const position = new vscode.Position(first.line - 1, first.column - 1);
    await vscode.window.showTextDocument(file, { selection: new vscode.Range(position, position) });
  }
}

/** Read from the user's own settings alone: a workspace must not be able to add a host for keys to go to. */
function storedDefinitions(): readonly unknown[] {
  const stored: unknown = vscode.workspace.getConfiguration().inspect(settings.services)?.globalValue;
  return Array.isArray(stored) ? stored : [];
}

function idOf(stored: unknown): string | undefined {
  const id: unknown = typeof stored === 'object' && stored !== null ? (stored as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? id : undefined;
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const files = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Add service from file'),
    openLabel: vscode.l10n.t('Add Service'),
    canSelectMany: false,
    filters: { [vscode.l10n.t('Service definition')]: ['json', 'jsonc'] },
  });
  return files?.[0];
}

function diagnosticOf({ line, column, length, message }: PlacedProblem): vscode.Diagnostic {
  const start = new vscode.Position(line - 1, column - 1);
  const diagnostic = new vscode.Diagnostic(new vscode.Range(start, start.translate(0, Math.min(length, 200))), message);
  diagnostic.source = 'Bearings';
  return diagnostic;
}
