/** Asks for a text on the clipboard; `what` names it to the person. */
export interface CopyRequest {
  readonly text: string;
  readonly what: string;
}

/** Tells the panel to copy a text: a page in a webview has no clipboard of its own that can be relied on. */
export function askToCopy(from: EventTarget, text: string, what: string): void {
  from.dispatchEvent(new CustomEvent<CopyRequest>('copy-text', { detail: { text, what }, bubbles: true }));
}

/** Which of the two copy keys was pressed while no text is selected: Ctrl+C for the value, with Shift for its path. */
export function copyKeyOf(event: KeyboardEvent): 'value' | 'path' | undefined {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 'c') return undefined;
  if (event.shiftKey) return 'path';
  return getSelection()?.isCollapsed === false ? undefined : 'value';
}
