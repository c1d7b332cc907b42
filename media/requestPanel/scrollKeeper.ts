import { Pause } from './pause.ts';

/** So long after the last scrolling its place is kept, in milliseconds. */
const PAUSE = 200;
/** The part of the page's height in which an answer must begin for enough of it to be seen. */
const SEEN = 0.75;

/** Keeps how far the page is scrolled, goes there once after a reload, and to an answer that came out of sight. */
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

  /** Scrolls to an element, once it is drawn, where too little of what begins there could be seen. */
  reveal(find: () => Element | null, drawn: Promise<unknown>): void {
    void drawn.then(() =>
      requestAnimationFrame(() => {
        const element = find();
        const { top = 0, bottom = 0 } = element?.getBoundingClientRect() ?? {};
        if (top < 0 || bottom > innerHeight * SEEN) element?.scrollIntoView({ block: 'start' });
      }),
    );
  }

  stop(): void {
    document.removeEventListener('scroll', this.onScroll);
  }

  private readonly onScroll = (): void => {
    if (this.isRestored) this.pause.call();
  };
}
