/**
 * What a window needs only when a person does something: commands' dialogs and the request panel. They are one part, loaded
 * at the first use, because each file more that is read at the start costs more than the code in it.
 */
import { readDefinition } from '../services/readDefinition.ts';
import { addConnection } from './commands/addConnection.ts';
import { explainResponse } from './commands/explainResponse.ts';
import { openKeyPage, removeConnection, renameConnection, replaceKey, testKey } from './commands/connectionCommands.ts';
import {
  copyAsCurl,
  copyId,
  filterCollection,
  makeActiveProject,
  openInBrowser,
  openJson,
  openRequest,
  refresh,
  switchProject,
} from './commands/requestCommands.ts';
import { RequestPanel } from './panel/requestPanel.ts';

export const later = {
  addConnection,
  copyAsCurl,
  copyId,
  explainResponse,
  filterCollection,
  makeActiveProject,
  openInBrowser,
  openJson,
  openKeyPage,
  openRequest,
  readDefinition,
  refresh,
  removeConnection,
  renameConnection,
  replaceKey,
  RequestPanel,
  switchProject,
  testKey,
};
