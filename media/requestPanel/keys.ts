/** What a key means wherever the focus is: Ctrl+Enter sends, so does Enter in the path, and Escape cancels. */
export function commandOf(event: KeyboardEvent): 'send' | 'cancel' | undefined {
  if (event.defaultPrevented || event.repeat || event.isComposing) return undefined;
  if (event.key === 'Escape') return 'cancel';
  if (event.key !== 'Enter') return undefined;
  const isInPath = event.target instanceof Element && event.target.classList.contains('path-box');
  return event.ctrlKey || event.metaKey || (isInPath && !event.shiftKey && !event.altKey) ? 'send' : undefined;
}
