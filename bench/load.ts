import type { Running } from './bots.ts';

/** What a bot did under load. */
export interface Load {
  readonly messagesPerSecond: number;
  /** CPU time of the bot for one message, ms: hardly depends on what else the machine does. */
  readonly cpuMs: number;
  /** From the envelope to the posted reply, ms, one per message. */
  readonly latencies: readonly number[];
}

const channel = 'C0IMAGES';
const people = ['U0WEBOP', 'U0DATOP', 'U0ADMIN', 'U0WEBRO', 'U0JDCOP', 'U0GUEST'];
/** A question of the FAQ; asked anew, in words that were not said before. */
const question = (asked: number, isNew: boolean) =>
  `@goldie ${isNew ? `ticket ${asked}: ` : ''}how many projects can I share an image with?`;
const patienceMs = 60_000;

export interface LoadOptions {
  readonly messages: number;
  readonly inFlight: number;
  /** No text is sent twice. */
  readonly inNewWords?: boolean;
}

/** For texts that no earlier load has sent. */
let asked = 0;

/** Asks the same question of the FAQ again and again, with so many questions in flight; every reply is waited for. */
export async function load(
  { workspace, usage }: Running,
  { messages, inFlight, inNewWords = false }: LoadOptions,
): Promise<Load> {
  const latencies: number[] = [];
  let left = messages;
  const askOnAndOn = async (who: string) => {
    const person = workspace.as(who);
    while (left > 0) {
      left -= 1;
      const begun = performance.now();
      asked += 1;
      const ts = await person.say(channel, question(asked, inNewWords));
      await workspace.waitFor(({ threadTs, user }) => threadTs === ts && user === 'U0GOLDIE', {
        timeoutMs: patienceMs,
        since: ts,
      });
      latencies.push(performance.now() - begun);
    }
  };
  const before = await usage();
  const begun = performance.now();
  const asking = Array.from({ length: inFlight }, (_, at) =>
    askOnAndOn(people[at % people.length] ?? 'U0WEBOP'),
  );
  await Promise.all(asking);
  const seconds = (performance.now() - begun) / 1000;
  const cpuMs = ((await usage()).cpuMs - before.cpuMs) / messages;
  return { messagesPerSecond: messages / seconds, cpuMs, latencies };
}
