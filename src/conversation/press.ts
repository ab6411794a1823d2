import { z } from 'zod';
import { ProjectId } from '../images/ids.ts';

const Slots = z.record(z.string(), z.array(z.string()).readonly()).readonly();

/** What a button of ours brings back when it is pressed. Untrusted like any other input. */
export const Press = z.discriminatedUnion('does', [
  /** Carry out a proposal. */
  z.object({ does: z.literal('confirm'), id: z.string() }),
  z.object({ does: z.literal('cancel'), id: z.string() }),
  /** Answer a question with one of its options. */
  z.object({ does: z.literal('pick'), id: z.string(), option: z.int().min(0) }),
  z.object({ does: z.literal('drop'), id: z.string() }),
  /** Show an answer to the channel. */
  z.object({ does: z.literal('show'), id: z.string() }),
  /** Answer it, and what would be asked next, in a form. */
  z.object({ does: z.literal('form'), id: z.string() }),
  /** What somebody thinks of an answer, with what they had asked. */
  z.object({ does: z.literal('rate'), answer: z.string(), liked: z.boolean(), text: z.string() }),
  /** An administrator's step in teaching what a text means. */
  z.object({
    does: z.literal('teach'),
    step: z.enum(['begin', 'as', 'set-aside', 'approve', 'withdraw']),
    text: z.string(),
    meaning: z.string().optional(),
  }),
  /** Pass a question on to people. */
  z.object({ does: z.literal('hand-over'), text: z.string() }),
  /** Ask a question of the FAQ. */
  z.object({ does: z.literal('answer'), id: z.string() }),
  /**
   * Begin an operation. `agreed`: the button stood beside everything there is to agree to. `project`: done for this one,
   * whichever the presser acts for otherwise.
   */
  z.object({
    does: z.literal('begin'),
    operation: z.string(),
    slots: Slots.default({}),
    agreed: z.boolean().default(false),
    project: ProjectId.optional(),
  }),
]);
export type Press = z.infer<typeof Press>;

/** The value to give to a button. */
export function pressValue(press: z.input<typeof Press>): string {
  return JSON.stringify(press);
}

/** Reads a button's value; undefined when it is none of ours. */
export function readPress(value: string): Press | undefined {
  try {
    return Press.safeParse(JSON.parse(value)).data;
  } catch {
    return undefined;
  }
}
