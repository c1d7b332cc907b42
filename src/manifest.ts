/** The ids that stand in package.json too. A test holds the two against each other, both ways. */

export const commands = {
  addConnection: 'bearings.addConnection',
  addService: 'bearings.addService',
  testKey: 'bearings.testKey',
  switchProject: 'bearings.switchProject',
  openRequest: 'bearings.openRequest',
  explainResponse: 'bearings.explainResponse',
  refresh: 'bearings.refresh',
  renameConnection: 'bearings.renameConnection',
  replaceKey: 'bearings.replaceKey',
  removeConnection: 'bearings.removeConnection',
  copyAsCurl: 'bearings.copyAsCurl',
  copyId: 'bearings.copyId',
  openJson: 'bearings.openJson',
  startPractice: 'bearings.startPractice',
  stopPractice: 'bearings.stopPractice',
  showLog: 'bearings.showLog',
  openKeyPage: 'bearings.openKeyPage',
  loadMore: 'bearings.loadMore',
  loadAll: 'bearings.loadAll',
  filterCollection: 'bearings.filterCollection',
  makeActiveProject: 'bearings.makeActiveProject',
  openInBrowser: 'bearings.openInBrowser',
  explainRefusal: 'bearings.explainRefusal',
  sendAgain: 'bearings.sendAgain',
  probe: 'bearings.probe',
  openHistory: 'bearings.openHistory',
  clearHistory: 'bearings.clearHistory',
  copyAs: 'bearings.copyAs',
  openHttpRequest: 'bearings.openHttpRequest',
  protectProject: 'bearings.protectProject',
  unprotectProject: 'bearings.unprotectProject',
  useOwnProject: 'bearings.useOwnProject',
  switchRegion: 'bearings.switchRegion',
  changeAddress: 'bearings.changeAddress',
  renewToken: 'bearings.renewToken',
  sendLater: 'bearings.sendLater',
  findWorkingKey: 'bearings.findWorkingKey',
  showProxySettings: 'bearings.showProxySettings',
  copyReport: 'bearings.copyReport',
  practiseRefusal: 'bearings.practiseRefusal',
} as const;
export type CommandId = (typeof commands)[keyof typeof commands];

export const viewContainers = { bearings: 'bearings' } as const;

export const views = { explorer: 'bearings.explorer' } as const;

export const settings = {
  services: 'bearings.services',
  practiceEnabled: 'bearings.practice.enabled',
  timeoutSeconds: 'bearings.request.timeoutSeconds',
  maximumBodyMegabytes: 'bearings.request.maximumBodyMegabytes',
  maximumFileMegabytes: 'bearings.request.maximumFileMegabytes',
  historyEntries: 'bearings.history.maximumEntries',
  probing: 'bearings.diagnosis.probing',
} as const;

export const contextKeys = {
  hasConnections: 'bearings.hasConnections',
  practiceRuns: 'bearings.practiceRuns',
} as const;

/** The type of the request panel. It is registered in code alone, so package.json does not know it. */
export const requestPanelType = 'bearings.request';
