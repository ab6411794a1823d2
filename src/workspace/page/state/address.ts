import type { Place } from './workspace-model.ts';

/** The address bar: `?as=U…` is the person, `#channel/tab/thread` the place. */
export interface Address {
  readonly as: string;
  readonly place: Place | null;
}

/** Reads an address; anything that is not one of ours counts as "nothing chosen". */
export function readAddress(search: string, hash: string): Address {
  const as = new URLSearchParams(search).get('as') ?? '';
  const [channel = '', tab = '', thread = ''] = hash.replace(/^#/, '').split('/');
  if (!/^[A-Z0-9]+$/.test(channel)) return { as, place: null };
  return {
    as,
    place: {
      channel,
      tab: tab === 'home' ? 'home' : 'messages',
      thread: /^\d+\.\d+$/.test(thread) ? thread : null,
    },
  };
}

export function addressOf(as: string, { channel, tab, thread }: Place): string {
  const place = [channel, tab, thread ?? ''].join('/').replace(/\/$/, '');
  return `?${new URLSearchParams({ as })}#${place}`;
}
