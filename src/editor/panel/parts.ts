import type * as vscode from 'vscode';
import type { Project } from '../../connections/connection.ts';
import type { BodyStore } from '../../client/bodyStore.ts';
import type { Exchange } from '../../client/exchange.ts';
import type { Diagnoser } from '../../diagnosis/diagnoser.ts';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { GivenKey } from '../givenKey.ts';
import type { KeepingParts } from '../keeping/parts.ts';
import type { BodyEditors } from './bodyEditors.ts';
import type { Environment } from './environment.ts';
import type { PanelDraft } from './protocol.ts';

/** What request panels are made from. */
export interface PanelParts extends KeepingParts {
  /** The folder with the page's script and styles. */
  readonly dist: vscode.Uri;
  /** Takes bodies that are too long for memory; where it is left out, they are cut. */
  readonly bodyStore?: BodyStore | undefined;
  /** Adds a connection with a key that a service has just shown. The key goes in memory alone, by no command. */
  readonly addConnection: (given: GivenKey) => Promise<void>;
}

/** What one panel is made from. */
export interface OnePanelParts extends PanelParts {
  readonly bodies: BodyEditors;
  readonly diagnoser: Diagnoser;
}

/** An exchange with what is known of its causes. */
export interface Answered {
  readonly exchange: Exchange;
  readonly diagnoses: readonly Diagnosis[];
  /** Probes were sent for it, so that none need be offered. */
  readonly isProbed?: boolean;
}

/** An answer, and the draft that it was asked for with. */
export interface Sent {
  readonly draft: PanelDraft;
  readonly answered: Answered;
  /** What it went out with; undefined where it was made elsewhere. */
  readonly environment?: Environment | undefined;
  /** Whether the action that was taken before it helped, in a sentence. */
  readonly helped?: string;
  /** Its body is long, and still on its way. */
  readonly isArriving?: boolean;
  /** By their place, why secrets that are shown once can be had no more; empty where they can. */
  readonly gone?: readonly string[];
}

/** What a panel is opened for besides composing. */
export interface PanelOrigin {
  /** The project of the row or exchange that it was opened from. */
  readonly project?: Project | undefined;
  /** What became of the request on its way here, in lines. */
  readonly told?: string | undefined;
  /** An exchange that was made elsewhere, to show. */
  readonly answered?: Answered | undefined;
  /** The panel that VS Code restored, to be filled again. */
  readonly restored?: vscode.WebviewPanel | undefined;
}
