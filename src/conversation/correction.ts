import type { Operation } from '../operations/operation.ts';
import type { RawSlots } from '../operations/slot.ts';
import type { Slots, Understanding } from '../understanding/meaning.ts';

const objecting = /^\W*(?:no|nope|wait|hold on|not)\b/i;
const meaningElse =
  /^\W*(?:sorry|oops|i me[ae]nt?|rather|instead|actually|make (?:it|that)|change (?:it|that) to|correction)\b|\b(?:i meant|instead|rather)[.!]?$/i;

/** A text that puts something else in the place of what was said: "no, web-02", "I meant team-ops". */
export function isCorrection({ text, speech, kind }: Understanding): boolean {
  const isSaid = speech === 'order' && kind !== 'smalltalk' && kind !== 'answer';
  return isSaid && (objecting.test(text) || meaningElse.test(text.trim()));
}

/** What was named and not rejected in the same breath: "not web-01, web-02" means web-02. */
export function withoutRejected({ text, slots }: Understanding): Slots {
  const wanted = (name: string) => {
    const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return !new RegExp(`\\bnot (?:the |with |to |for )?\\W?${quoted}(?![\\w-])`, 'i').test(text);
  };
  const { images, servers, projects, names } = slots;
  return {
    ...slots,
    ...(images && { images: images.filter(wanted) }),
    ...(servers && { servers: servers.filter(wanted) }),
    ...(projects && { projects: projects.filter(wanted) }),
    ...(names && { names: names.filter(wanted) }),
  };
}

/** The pieces of an operation that a text names anew. */
export function renewedPieces({ slots }: Operation, raw: RawSlots): RawSlots {
  return Object.fromEntries(
    slots.flatMap(({ name }) => {
      const said = raw[name] ?? [];
      return said.length > 0 ? [[name, said]] : [];
    }),
  );
}

/** What was settled, without the pieces that are said anew. */
export function without<T>(pieces: Readonly<Record<string, T>>, renewed: RawSlots) {
  return Object.fromEntries(Object.entries(pieces).filter(([name]) => !renewed[name]));
}
