/** Send and Cancel, which replace each other. */
const turns = 'button.send, button.cancel';

/**
 * Gives the focus back to where it was each time the page gets it: a dialog or a list of VS Code takes it from the page,
 * and it would come back to none of its elements.
 */
export class FocusKeeper {
  private last: Element | null = null;
  private readonly root: HTMLElement;

  constructor(root: HTMLElement) {
    this.root = root;
    root.addEventListener('focusin', this.onFocusIn);
    addEventListener('focus', this.onFocus);
  }

  /** Where the focus goes first, at once if the page has it. */
  begin(element: HTMLElement | null): void {
    this.last ??= element;
    if (document.hasFocus()) this.onFocus();
  }

  /** Remembers that Send or Cancel has the focus. Returns what gives it to the one that is there then. */
  hold(): () => void {
    const focused = document.activeElement?.closest(turns) ?? null;
    return () => {
      if (focused !== null && !focused.isConnected) this.root.querySelector<HTMLElement>(turns)?.focus();
    };
  }

  stop(): void {
    this.root.removeEventListener('focusin', this.onFocusIn);
    removeEventListener('focus', this.onFocus);
  }

  private readonly onFocusIn = ({ target }: FocusEvent): void => {
    if (target instanceof Element) this.last = target;
  };

  private readonly onFocus = (): void => {
    if (document.activeElement !== document.body || this.last === null) return;
    const { last } = this;
    // What is gone may have been replaced meanwhile.
    const next = !last.isConnected && last.matches(turns) ? this.root.querySelector(turns) : last;
    if (next instanceof HTMLElement) next.focus({ preventScroll: true });
  };
}
