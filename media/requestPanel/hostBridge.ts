import type { FromPanel, ToPanel } from '../../src/editor/panel/protocol.ts';
import { isSaved, isToPanel, type Saved } from './messages.ts';

/** All that the page knows of the editor around it. */
export interface Host {
  post(message: FromPanel): void;
  /** Calls `receive` with each message of the extension. Returns what ends that. */
  listen(receive: (message: ToPanel) => void): () => void;
  /** What was saved before the page was reloaded, if this version understands it. */
  restore(): Saved | undefined;
  save(saved: Saved): void;
}

/** The host inside VS Code. May be called once in the life of a page, as `acquireVsCodeApi` may. */
export function vscodeHost(): Host {
  const api = acquireVsCodeApi();
  return {
    post: (message) => api.postMessage(message),
    listen(receive) {
      const onMessage = ({ data }: MessageEvent<unknown>): void => {
        if (isToPanel(data)) receive(data);
      };
      addEventListener('message', onMessage);
      return () => removeEventListener('message', onMessage);
    },
    restore() {
      const state = api.getState();
      return isSaved(state) ? state : undefined;
    },
    save: (saved) => void api.setState(saved),
  };
}
