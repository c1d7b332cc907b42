import { RequestAsText } from './asText.ts';
import { BodyView } from './body/bodyView.ts';
import { FindBar } from './body/findBar.ts';
import { JsonTable } from './body/jsonTable.ts';
import { JsonTree } from './body/jsonTree.ts';
import { SourceText } from './body/sourceText.ts';
import { BodyForm } from './bodyForm/bodyForm.ts';
import { vscodeHost } from './hostBridge.ts';
import { OperationPicker } from './operationPicker.ts';
import { RequestPanel } from './panel.ts';

const host = vscodeHost();

customElements.define('bearings-operation-picker', OperationPicker);
customElements.define('bearings-request-text', RequestAsText);
customElements.define('bearings-body-form', BodyForm);
customElements.define('bearings-body', BodyView);
customElements.define('bearings-find-bar', FindBar);
customElements.define('bearings-json-tree', JsonTree);
customElements.define('bearings-json-table', JsonTable);
customElements.define('bearings-source', SourceText);
customElements.define(
  'bearings-request-panel',
  class extends RequestPanel {
    constructor() {
      super(host);
    }
  },
);
