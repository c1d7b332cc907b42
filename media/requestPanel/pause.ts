/** Typing is reported to the extension when it pauses this long, in milliseconds: a body may be large. */
export const TYPING_PAUSE = 150;

/** Something that is done when what calls for it has paused. */
export class Pause {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly milliseconds: number;
  private readonly act: () => void;

  constructor(milliseconds: number, act: () => void) {
    this.milliseconds = milliseconds;
    this.act = act;
  }

  /** Calls for it once more: it waits for another pause. */
  call(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.now(), this.milliseconds);
  }

  /** Does it at once if it was called for. */
  now(): void {
    if (this.timer === undefined) return;
    this.cancel();
    this.act();
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
