/** Gives an element the focus, as soon as the page has it: a page that opens behind another must not take it away. */
export function focusFirst(element: HTMLElement | null): void {
  const focus = (): void => {
    if (document.activeElement === document.body) element?.focus();
  };
  if (document.hasFocus()) focus();
  else addEventListener('focus', focus, { once: true });
}

/**
 * Remembers that one of the elements of a selector has the focus, for buttons that replace each other.
 * @returns what gives the focus to the one that is there then, so that it does not fall out of the page
 */
export function holdFocus(root: HTMLElement, selector: string): () => void {
  const focused = document.activeElement?.closest(selector) ?? null;
  return () => {
    if (focused !== null && !focused.isConnected) root.querySelector<HTMLElement>(selector)?.focus();
  };
}
