import type { Requests } from '../server/requests.ts';

/** What the composers of a channel do; each resolves with a sentence when it did not work. */
export interface Sending {
  send(threadTs: string | null): (text: string) => Promise<string | null>;
  share(threadTs: string | null): (file: File) => Promise<string | null>;
}

export function sendingTo(requests: Requests, channel: string): Sending {
  const to = (threadTs: string | null) => ({ channel, ...(threadTs !== null && { threadTs }) });
  return {
    send: (threadTs) => async (text) => {
      const answer = await requests.post('/page/send', { ...to(threadTs), text });
      return answer.ok ? null : (answer.error ?? 'The message was not sent. Try again.');
    },
    share: (threadTs) => async (file) => {
      const answer = await requests.upload(file, to(threadTs));
      return answer.ok ? null : (answer.error ?? 'The file was not shared. Try again.');
    },
  };
}
