import type { Message } from '../../page-api.ts';

/** Consecutive messages of one author, shown under one name. */
interface AuthorGroup {
  readonly first: Message;
  readonly messages: readonly Message[];
}

export interface DayGroup {
  /** Milliseconds since the epoch of the day's first message. */
  readonly at: number;
  readonly authors: readonly AuthorGroup[];
}

const SAME_BREATH_MS = 5 * 60_000;

/** When a message was posted, in milliseconds since the epoch. */
export const postedAt = ({ ts }: Pick<Message, 'ts'>): number => Number(ts) * 1000;

function joins(group: AuthorGroup, message: Message): boolean {
  const last = group.messages.at(-1) ?? group.first;
  return (
    group.first.user === message.user &&
    group.first.system !== true &&
    message.system !== true &&
    (group.first.ephemeral ?? false) === (message.ephemeral ?? false) &&
    postedAt(message) - postedAt(last) < SAME_BREATH_MS
  );
}

function byAuthor(messages: readonly Message[]): readonly AuthorGroup[] {
  const groups: { first: Message; messages: Message[] }[] = [];
  for (const message of messages) {
    const last = groups.at(-1);
    if (last && joins(last, message)) last.messages.push(message);
    else groups.push({ first: message, messages: [message] });
  }
  return groups;
}

/** Messages (oldest first) by day and author. `dayOf` names the day a moment falls on. */
export function messageGroups(
  messages: readonly Message[],
  dayOf: (at: number) => string,
): readonly DayGroup[] {
  const days: { day: string; messages: Message[] }[] = [];
  for (const message of messages) {
    const day = dayOf(postedAt(message));
    const last = days.at(-1);
    if (last?.day === day) last.messages.push(message);
    else days.push({ day, messages: [message] });
  }
  return days.flatMap(({ messages: ofDay }) => {
    const [first] = ofDay;
    return first ? [{ at: postedAt(first), authors: byAuthor(ofDay) }] : [];
  });
}

interface Row {
  readonly message: Message;
  /** Whether the author's name stands above it. */
  readonly leads: boolean;
}

const STRETCH = 100;

/** The messages of a day in stretches of a hundred, which the browser can skip as a whole. */
export function stretches({ authors }: DayGroup): readonly (readonly Row[])[] {
  const rows = authors.flatMap(({ messages }) =>
    messages.map((message, index) => ({ message, leads: index === 0 })),
  );
  return Array.from({ length: Math.ceil(rows.length / STRETCH) }, (_, index) =>
    rows.slice(index * STRETCH, (index + 1) * STRETCH),
  );
}
