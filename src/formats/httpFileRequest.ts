import type { NameValue } from './requestDescription.ts';

/** A request as it stands in a file or in a pasted command. Plain data; nothing in it has been checked or sent. */
export interface HttpFileRequest {
  /** What the file calls it; undefined where it has no name. */
  readonly name: string | undefined;
  /** The first and the last of its lines in the text, from 1. */
  readonly line: number;
  readonly endLine: number;
  readonly method: string;
  readonly url: string;
  /** In the order of the text; a name may stand more than once. */
  readonly headers: readonly NameValue[];
  readonly body: string | undefined;
  /** What Bearings noted of it, such as its service; empty for what others wrote. */
  readonly hints: Readonly<Record<string, string>>;
}
