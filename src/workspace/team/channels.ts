import type { Channel } from '../page-api.ts';
import type { WorkspaceSeed } from '../seed.ts';
import type { People } from './people.ts';

export interface ChannelRecord {
  readonly id: string;
  readonly kind: 'public' | 'private' | 'im';
  /** For a DM: the person who talks with the bot. */
  readonly name: string;
  readonly topic: string;
  readonly members: ReadonlySet<string>;
}

/** The channels of the seed, and one DM with the bot per person. */
export class Channels {
  readonly all: readonly ChannelRecord[];
  readonly #byId: ReadonlyMap<string, ChannelRecord>;
  readonly #byName: ReadonlyMap<string, ChannelRecord>;

  constructor(seed: WorkspaceSeed, people: People) {
    const everyone = seed.people.map((person) => person.id);
    const rooms = seed.channels.map(
      (channel): ChannelRecord => ({
        id: channel.id,
        kind: channel.private ? 'private' : 'public',
        name: channel.name,
        topic: channel.topic,
        members: new Set(
          channel.members.flatMap((member) => (member === 'everyone' ? everyone : [member])),
        ),
      }),
    );
    const directs = everyone.map(
      (id): ChannelRecord => ({
        id: directWith(id),
        kind: 'im',
        name: id,
        topic: '',
        members: new Set([id, people.bot.id]),
      }),
    );
    this.all = [...rooms, ...directs];
    this.#byId = new Map(this.all.map((channel) => [channel.id, channel]));
    this.#byName = new Map(rooms.map((channel) => [channel.name, channel]));
  }

  get(id: string): ChannelRecord | undefined {
    return this.#byId.get(id);
  }

  /** By id, by `#name` or name, or the DM with a person by the person's id. */
  find(reference: string): ChannelRecord | undefined {
    return (
      this.get(reference) ??
      this.directOf(reference) ??
      this.#byName.get(reference.replace(/^#/, ''))
    );
  }

  /** The bot's DM with a person. */
  directOf(person: string): ChannelRecord | undefined {
    return person.startsWith('U') ? this.get(directWith(person)) : undefined;
  }
}

function directWith(person: string): string {
  return `D${person.slice(1)}`;
}

/** How the page shows a channel. */
export function pageChannel(channel: ChannelRecord, people: People): Channel {
  const isDirect = channel.kind === 'im';
  return {
    id: channel.id,
    kind: isDirect ? 'im' : 'channel',
    name: isDirect ? people.bot.name : channel.name,
    topic: channel.topic,
    members: [...channel.members],
  };
}
