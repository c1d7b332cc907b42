import { vscodeHost } from './hostBridge.ts';
import { OperationPicker } from './operationPicker.ts';
import { RequestPanel } from './panel.ts';

const host = vscodeHost();

customElements.define('bearings-operation-picker', OperationPicker);
customElements.define(
  'bearings-request-panel',
  class extends RequestPanel {
    constructor() {
      super(host);
    }
  },
);
