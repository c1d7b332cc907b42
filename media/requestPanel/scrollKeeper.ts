import { Pause } from './pause.ts';

/** So long after the last scrolling its place is kept, in milliseconds. */
const PAUSE = 200;

/** Keeps how far the page is scrolled, and goes there once after a reload. */
export class ScrollKeeper {
  private isRestored = false;
  private readonly pause: Pause;

  /** @param keep called with the pixels from the top of the page */
  constructor(keep: (scroll: number) => void) {
    this.pause = new Pause(PAUSE, () => keep(Math.round(scrollY)));
    document.addEventListener('scroll', this.onScroll);
  }

  /** Goes to where the page was, as soon as it is drawn. */
  restore(scroll: number, drawn: Promise<unknown>): void {
    if (this.isRestored) return;
    this.isRestored = true;
    // The parts inside draw themselves after the whole; the next frame is after all of them.
    void drawn.then(() => requestAnimationFrame(() => scrollTo(0, scroll)));
  }

  stop(): void {
    document.removeEventListener('scroll', this.onScroll);
  }

  private readonly onScroll = (): void => {
    if (this.isRestored) this.pause.call();
  };
}
