/**
 * What a window needs only when a person does something: commands' dialogs and the request panel. They are one part, loaded
 * at the first use, because each file more that is read at the start costs more than the code in it.
 */
import { contractOf } from '../contract.ts';
import { readDefinition } from '../services/readDefinition.ts';
import { addConnection } from './commands/addConnection.ts';
import { changeAddress } from './commands/changeAddress.ts';
import { copyReport } from './commands/copyReport.ts';
import { explainResponse } from './commands/explainResponse.ts';
import { findWorkingKey } from './commands/findWorkingKey.ts';
import {
  probe,
  renewToken,
  sendAgain,
  sendLater,
  showProxySettings,
  switchRegion,
  useOwnProject,
} from './commands/mendingCommands.ts';
import { mendRow } from './commands/mendRow.ts';
import { practiseRefusal } from './commands/practiseRefusal.ts';
import { openKeyPage, removeConnection, renameConnection, replaceKey, testKey } from './commands/connectionCommands.ts';
import {
  copyAs,
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
import { protectProject, unprotectProject } from './commands/protectionCommands.ts';
import { httpLenses, openHttpRequest } from './httpFiles/openHttpRequest.ts';
import { clearHistory, openHistory } from './keeping/history.ts';
import { findKept } from './keeping/findKept.ts';
import { bodyFilesIn } from './bodyFiles.ts';
import { BodyEditors } from './panel/bodyEditors.ts';
import { RequestPanel } from './panel/requestPanel.ts';
import { readKept } from './panel/restore.ts';

export const later = {
  addConnection,
  BodyEditors,
  bodyFilesIn,
  changeAddress,
  clearHistory,
  contractOf,
  copyAs,
  copyAsCurl,
  copyId,
  copyReport,
  explainResponse,
  filterCollection,
  findKept,
  findWorkingKey,
  httpLenses,
  makeActiveProject,
  mendRow,
  openHistory,
  openHttpRequest,
  openInBrowser,
  openJson,
  openKeyPage,
  openRequest,
  practiseRefusal,
  probe,
  protectProject,
  readDefinition,
  readKept,
  refresh,
  removeConnection,
  renameConnection,
  renewToken,
  replaceKey,
  RequestPanel,
  sendAgain,
  sendLater,
  showProxySettings,
  switchProject,
  switchRegion,
  testKey,
  unprotectProject,
  useOwnProject,
};
