import * as vscode from 'vscode';
import { systemClock } from './base/clock.ts';
import { DisposableStore } from './base/disposable.ts';
import { Budget } from './client/budget.ts';
import { Client } from './client/client.ts';
import { fetchingTransport } from './client/transport.ts';
import { Connections } from './connections/connections.ts';
import { Protection } from './connections/protection.ts';
import { Selection } from './connections/selection.ts';
import { LateDiagnosis } from './diagnosis/lateDiagnosis.ts';
import { BudgetLedger } from './editor/budgetLedger.ts';
import { BudgetWaits } from './editor/budgetWaits.ts';
import type { CommandParts } from './editor/commands/parts.ts';
import { registerCommands } from './editor/commands/register.ts';
import type { GivenKey } from './editor/givenKey.ts';
import { HeardConnectionTimes, sendsStreams } from './editor/connectionTimes.ts';
import { followState } from './editor/state.ts';
import { Documents } from './editor/documents.ts';
import { registerHttpLenses } from './editor/httpFiles/lenses.ts';
import type { KeepingParts } from './editor/keeping/parts.ts';
import { Log } from './editor/log.ts';
import { networkSettings } from './editor/networkSettings.ts';
import { followOtherWindows } from './editor/otherWindows.ts';
import { OwnServices } from './editor/ownServices.ts';
import { RequestPanels } from './editor/panel/requestPanels.ts';
import { PracticeMode } from './editor/practiceMode.ts';
import { transportLimits } from './editor/settings.ts';
import { StatusBar } from './editor/statusBar.ts';
import { mementoStore, secretVault } from './editor/storage.ts';
import { Explorer } from './editor/tree/explorer.ts';
import { Organizations } from './resources/organizations.ts';
import { Projects } from './resources/projects.ts';
import { Resources } from './resources/resources.ts';
import { builtInServices } from './services/registry.ts';

/** Builds every object by hand, in the order in which they depend on each other, into one store. */
export function compose(context: vscode.ExtensionContext): CommandParts {
  const store = new DisposableStore();
  context.subscriptions.push(store);
  const dist = vscode.Uri.joinPath(context.extensionUri, 'dist');

  const log = store.add(new Log());
  const services = builtInServices();
  const ownServices = store.add(new OwnServices(services, log));
  const vault = store.add(secretVault(context.secrets));
  const connections = store.add(new Connections(services, mementoStore(context.globalState), vault));
  const selection = store.add(new Selection(mementoStore(context.workspaceState)));
  const protection = store.add(new Protection(mementoStore(context.globalState), connections.onDidRemove));
  const budget = new Budget({
    clock: systemClock,
    ledger: new BudgetLedger(context.globalStorageUri, crypto.randomUUID()),
    organizationOf: (id) => organizations.of(id),
    behindOthersMs: Math.random() * 250,
  });
  const client: Client = store.add(
    new Client({
      connections,
      selection,
      budget,
      transport: fetchingTransport(new HeardConnectionTimes(), sendsStreams),
      clock: systemClock,
      limits: transportLimits,
      boundProject: (id) => projects.bound(id),
      knownProject: (id, project) => projects.seen(id, project),
    }),
  );
  store.add(client.onDidExchange((exchange) => log.exchange(exchange)));
  const projects = store.add(new Projects(connections, client));
  const organizations = new Organizations(connections, projects);
  const resources = store.add(new Resources(connections, selection, client));
  const network = networkSettings;
  const diagnosis = store.add(new LateDiagnosis({ services, connections, selection, projects, client, network }));

  const documents = store.add(new Documents());
  const practice = store.add(new PracticeMode(services, connections, vscode.Uri.joinPath(dist, 'practice.js')));
  const explorer = store.add(
    new Explorer({ connections, selection, projects, protection, resources, diagnosis, budget }),
  );
  store.add(new BudgetWaits(connections, client));
  store.add(new StatusBar({ connections, selection, projects, protection, budget, client, diagnosis }));
  const keeping: KeepingParts = {
    services,
    connections,
    selection,
    client,
    budget,
    projects,
    protection,
    diagnosis,
    documents,
    log,
    panels: () => panels,
    storage: context.storageUri ?? context.globalStorageUri,
    memory: mementoStore(context.workspaceState),
  };
  const parts = { services, connections, selection, client, budget, projects, resources };
  const addConnection = async (given: GivenKey) =>
    (await import('./editor/later.ts')).later.addConnection(commandParts, given);
  const panels: RequestPanels = store.add(new RequestPanels({ ...keeping, dist, addConnection }));
  const commandParts: CommandParts = {
    ...parts,
    diagnosis,
    protection,
    documents,
    keeping,
    log,
    ownServices,
    panels,
    practice,
    explorer,
  };
  store.add(registerHttpLenses());
  store.add(registerCommands(commandParts));
  store.add(followOtherWindows(context.secrets, connections));
  store.add(followState({ connections, practice, explorer, log }));
  return commandParts;
}
