import type { Place } from '../images/job.ts';
import type { Notice } from '../images/unit.ts';
import { newsOf, type Way } from './news.ts';
import { type ChannelSettings, type PersonSettings, wayOf } from './settings.ts';

/** Where a notice goes: posted in a channel or in somebody's direct messages, or kept for somebody's digest. */
export type Route =
  | { readonly post: { readonly channel: string; readonly thread?: string | undefined } }
  | { readonly hold: string };

/** Who there is to be told, and what they want. */
export interface Audience {
  /** The project's channel, if it has one. */
  readonly channel: string | undefined;
  readonly silent: ChannelSettings['silent'];
  /** People who act for the project. */
  readonly people: readonly string[];
  readonly settings: ReadonlyMap<string, Pick<PersonSettings, 'ways'>>;
}

/** Where to tell of a notice to a project: its channel, and those who want to hear it themselves. */
export function routesToProject({ kind }: Notice, audience: Audience): readonly Route[] {
  const { channel, silent, people } = audience;
  const news = newsOf(kind);
  const inChannel = channel !== undefined && !silent.includes(news);
  const personal = people.flatMap((person): readonly Route[] => {
    const way = wayOf(audience.settings.get(person) ?? { ways: {} }, news);
    return inChannel && way === 'usual' ? [] : personally[way](person);
  });
  return inChannel ? [{ post: { channel } }, ...personal] : personal;
}

/** Where to tell whoever asked for something of its end; the usual way is where they asked. */
export function routesToAsker(
  { kind, to, asker }: Notice,
  settings: Pick<PersonSettings, 'ways'>,
): readonly Route[] {
  const way = wayOf(settings, newsOf(kind));
  return way === 'usual' || asker === undefined ? placesOf(to) : personally[way](asker);
}

function placesOf(to: Place): readonly Route[] {
  if ('channel' in to) return [{ post: to }];
  return 'person' in to ? [{ post: { channel: to.person } }] : [];
}

const personally: Readonly<Record<Way, (person: string) => readonly Route[]>> = {
  usual: (person) => [{ post: { channel: person } }],
  direct: (person) => [{ post: { channel: person } }],
  digest: (person) => [{ hold: person }],
  off: () => [],
};
