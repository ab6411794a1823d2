import type { People } from '../access/people.ts';
import type { ProjectId } from '../images/ids.ts';
import { plain, privately, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressValue } from './press.ts';
import { type KeptForSharing, sharing as limits } from './talk-state.ts';
import type { Talks } from './talks.ts';
import type { Pressed, Turn } from './turn.ts';

interface Parts {
  readonly talks: Talks;
  readonly people: People;
  readonly wording: Wording;
  /** The channels of projects. */
  readonly channels: ReadonlyMap<ProjectId, string>;
  readonly clock: () => number;
}

/** Answers that only their asker sees, and that the asker may show to the channel: once, while they are fresh. */
export function sharing({ talks, people, wording, channels, clock }: Parts) {
  return { offered, share };

  /** The answer with a button to show it to the channel. `project`: the one that it tells of; none for general knowledge. */
  async function offered(turn: Turn, reply: Reply, project?: ProjectId): Promise<Reply> {
    const { text, parts, seenBy, card, file, more } = reply;
    const isPlain = seenBy === 'everyone' && !card && !file && !more;
    if (!isPlain || !mayBeSeenIn(turn.where, project)) return reply;
    const kept: KeptForSharing = {
      id: turn.key,
      where: turn.where,
      project,
      reply: { text, parts },
      until: new Date(clock() + limits.ms).toISOString(),
    };
    await talks.change(turn.who, (talk) => ({
      talk: {
        ...talk,
        shareable: [...talk.shareable.filter(({ id }) => id !== kept.id), kept].slice(-limits.most),
      },
      found: undefined,
    }));
    const choice = {
      label: plain(wording.say('choices.share-in-channel')),
      value: pressValue({ does: 'show', id: kept.id }),
    };
    return { ...reply, choices: [...(reply.choices ?? []), choice] };
  }

  /** Shows it, once: a second press finds it shown. Undefined: there is nothing of that person to show here. */
  async function share(turn: Turn, id: string): Promise<Pressed | undefined> {
    const kept = await talks.change(turn.who, (talk) => {
      const found = talk.shareable.find((one) => one.id === id && one.where === turn.where);
      const isOpen = found && (found.sharedBy === undefined || found.sharedBy === turn.key);
      if (!isOpen || Date.parse(found.until) <= clock()) return { talk, found: undefined };
      const shared = { ...found, sharedBy: turn.key };
      const all = talk.shareable.map((one) => (one.id === id ? shared : one));
      return { talk: { ...talk, shareable: all }, found };
    });
    if (!kept) return undefined;
    const { reply, project } = kept;
    const person = people.byId(turn.who);
    if (!mayBeSeenIn(turn.where, project) || (project && !person?.roles.has(project)))
      return { reply: privately(saying(wording.say('answers.not-here'))), replaces: false };
    const by = wording.say('answers.shared-by', { who: person?.name ?? turn.who });
    return {
      reply: { ...withNote(reply, wording.say('answers.shared')), seenBy: 'asker' },
      replaces: true,
      shows: { ...withNote(reply, by), seenBy: 'everyone' },
    };
  }

  /** In direct messages there is nobody else; in the channel of a project nothing is shown of another. */
  function mayBeSeenIn(where: string, project: ProjectId | undefined): boolean {
    if (where.startsWith('D') || where.includes(':')) return false;
    const owners = [...channels].filter(([, channel]) => channel === where).map(([owner]) => owner);
    return project === undefined || owners.length === 0 || owners.includes(project);
  }
}

function withNote(
  { text, parts }: Pick<Reply, 'text' | 'parts'>,
  line: ReturnType<Wording['say']>,
) {
  return { text, parts: [...parts, { kind: 'note', line } as const] };
}
