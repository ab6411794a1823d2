import { z } from 'zod';
import type { SeenMessage } from '../../src/workspace/keyboard/seen-message.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import type { Lives } from './lives.ts';

/** Somebody who wants something done, and presses again when nothing took the press. */
export interface PersistentPerson {
  readonly dm: string;
  /** Says something in their direct messages, and gives the reply to it. */
  ask(text: string): Promise<SeenMessage>;
  /** Presses a button until it was taken: until the press was acknowledged, or the button is gone. */
  press(message: SeenMessage, label: string): Promise<void>;
  /** A message of Goldie in a place that says all that, now or soon. */
  hears(channel: string, ...words: readonly string[]): Promise<SeenMessage>;
}

const goldie = 'U0GOLDIE';
/** A restart takes a while on a busy machine, and there may be two while somebody waits. */
const timeoutMs = 240_000;

export function persistentPerson(workspace: Workspace, lives: Lives, id: string): PersistentPerson {
  const person = workspace.as(id);
  return {
    dm: person.dm,
    async ask(text) {
      const ts = await person.say(person.dm, text);
      const key = `message:${person.dm}:${ts}`;
      return workspace.waitFor((message) => keyOf(message) === key, { timeoutMs });
    },
    async press(message, label) {
      for (;;) {
        const outcome = await person.press(message, label);
        if (outcome.ok) return;
        await lives.ready();
        const now = workspace
          .messages(message.channel, { as: id })
          .find(({ ts }) => ts === message.ts);
        if (!now || !JSON.stringify(now.blocks).includes(`"text":"${label}"`)) return;
      }
    },
    hears: (channel, ...words) =>
      workspace.waitFor(
        (message) =>
          message.channel === channel &&
          message.user === goldie &&
          words.every((word) => JSON.stringify(message).includes(word)),
        { timeoutMs },
      ),
  };
}

const Marked = z.object({ event_payload: z.object({ key: z.string() }) });

/** The key that Goldie marks a message with: what it answers, or which notice it is. */
export function keyOf({ metadata }: SeenMessage): string | undefined {
  return Marked.safeParse(metadata).data?.event_payload.key;
}
