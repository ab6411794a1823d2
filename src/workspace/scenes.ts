/** Scenes: what people have said when one starts over with them. */
import { z } from 'zod';

const Line = z.strictObject({
  /** The handle of a person. */
  who: z.string().min(1),
  /** The name of a channel; left out for the direct messages with the app. */
  where: z.string().min(1).exactOptional(),
  /** As typed: `@name` mentions, a leading slash is a command. */
  says: z.string().min(1),
});

export const Scene = z.strictObject({ name: z.string().min(1), lines: z.array(Line).min(1) });
export type Scene = z.infer<typeof Scene>;

interface Known {
  readonly people: readonly { readonly id: string; readonly handle: string }[];
  readonly channels: readonly { readonly name: string; readonly members: readonly string[] }[];
}

/** One sentence per line that nobody could say where it is said. */
export function strayLines(scenes: readonly Scene[], { people, channels }: Known): string[] {
  return scenes.flatMap(({ name, lines }) =>
    lines.flatMap(({ who, where }) => {
      const person = people.find(({ handle }) => handle === who);
      if (!person) return [`${who} speaks in the scene ${name} but is not among the people`];
      if (where === undefined) return [];
      const members = channels.find((channel) => channel.name === where)?.members;
      if (!members) return [`the scene ${name} has no channel ${where} to speak in`];
      if (members.includes('everyone') || members.includes(person.id)) return [];
      return [`${who} speaks in ${where} in the scene ${name} but is not a member`];
    }),
  );
}
