import type { MessagePage, PageRequests, PageState } from '../../page-api.ts';
import { MessagesAnswer, PostAnswer, StateAnswer } from './answers.ts';

/** The server's pages as functions. They reject when the server cannot be reached or makes no sense. */
export interface Requests {
  state(): Promise<PageState>;
  /** Newest last. `before` is the `ts` of the oldest message already known. */
  messages(channel: string, before?: string): Promise<MessagePage>;
  thread(channel: string, ts: string): Promise<MessagePage>;
  /** Shares a file. Never rejects: what went wrong is in `error`. */
  upload(file: File, to: { channel: string; threadTs?: string }): Promise<PostAnswer>;
  /** Takes a file for a form; its card is in `file`. Never rejects: what went wrong is in `error`. */
  attach(file: File): Promise<PostAnswer>;
  /** Never rejects: a server that cannot be reached is `{ ok: false, error }` with a sentence. */
  post<Path extends keyof PageRequests>(
    path: Path,
    body: Omit<PageRequests[Path], 'as'>,
  ): Promise<PostAnswer>;
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** `as` is the person the requests are made as; an empty string lets the server choose. */
export function requestsAs(as: string): Requests {
  const query = (parameters: Record<string, string>) =>
    new URLSearchParams({ ...(as === '' ? {} : { as }), ...parameters }).toString();
  async function bytes(file: File, to: Record<string, string>): Promise<PostAnswer> {
    try {
      const url = `/page/upload?${query({ name: file.name, ...to })}`;
      return PostAnswer.parse(await (await fetch(url, { method: 'POST', body: file })).json());
    } catch {
      return { ok: false, error: 'The file could not be sent. Try again in a moment.' };
    }
  }
  return {
    state: async () => StateAnswer.parse(await json(`/page/state?${query({})}`)),
    messages: async (channel, before) =>
      MessagesAnswer.parse(
        await json(
          `/page/messages?${query({ channel, ...(before === undefined ? {} : { before }) })}`,
        ),
      ),
    thread: async (channel, ts) =>
      MessagesAnswer.parse(await json(`/page/thread?${query({ channel, ts })}`)),
    upload: (file, to) => bytes(file, to),
    attach: (file) => bytes(file, {}),
    async post(path, body) {
      try {
        const response = await fetch(path, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ as, ...body }),
        });
        return PostAnswer.parse(await response.json());
      } catch {
        return { ok: false, error: 'The workspace could not be reached. Try again in a moment.' };
      }
    },
  };
}
