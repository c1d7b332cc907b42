import { type BodySettings, firstSettings } from './body/settings.ts';

export type RequestTab = 'parameters' | 'headers' | 'body' | 'text';
export type AnswerTab = 'body' | 'headers' | 'sent' | 'timing';
/** How a body is composed. */
export type BodyMode = 'form' | 'text';

/** What a person opened and chose to see, which comes back after a reload. */
export interface Look {
  readonly requestTab: RequestTab;
  readonly bodyMode: BodyMode;
  readonly answerTab: AnswerTab;
  readonly body: BodySettings;
  /** How far the page is scrolled, in pixels. */
  readonly scroll: number;
}

export const firstLook: Look = {
  requestTab: 'parameters',
  bodyMode: 'form',
  answerTab: 'body',
  body: firstSettings,
  scroll: 0,
};
