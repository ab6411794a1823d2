import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const Turn = z.strictObject({
  text: z.string(),
  /** An answer or operation, a kind, or a move in the talk such as `talk.confirm`. */
  id: z.string().optional(),
  /** The piece of the open wish that the turn fills. */
  answers: z.string().optional(),
  /** The piece of the open wish that the turn puts right. */
  corrects: z.string().optional(),
  also: z.array(z.string()).default([]),
  /** What the wish holds after the turn. */
  slots: z.record(z.string(), z.array(z.string())).default({}),
  /** A second wish in the same message. */
  besides: z.string().optional(),
});
const Talks = z.array(z.strictObject({ name: z.string(), turns: z.array(Turn).min(2) })).min(1);

/** What is said, and what it means in its place in the talk. */
export type SaidTurn = z.infer<typeof Turn>;
export type SaidTalk = z.infer<typeof Talks>[number];

/** The talks of `sets/dialogs.yaml`. */
export async function talksSaid(): Promise<readonly SaidTalk[]> {
  return Talks.parse(parse(await readFile('test/understanding/sets/dialogs.yaml', 'utf8')));
}
