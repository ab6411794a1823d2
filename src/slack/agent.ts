import type { Prompts } from '../conversation/welcome.ts';
import type { Timers } from '../jobs/ports.ts';
import type { Extras } from './extras.ts';
import { machineTime } from './machine-time.ts';
import { cut, shown } from './shown.ts';

/** A message and what is written below it. */
interface Thread {
  readonly channel: string;
  readonly ts: string;
}

/** What Slack shows around the messages of an agent. All of it is extra: nothing fails, and nothing waits, when it is not there. */
export interface Agent {
  /** Says that it is at work when that takes noticeably long. Ends as the work does, at the same time. */
  thinking<T>(thread: Thread, work: () => Promise<T>): Promise<T>;
  /** What a person may want to say next. */
  suggest(channel: string, prompts: Prompts): Promise<void>;
  /** From now on Slack shows a Stop button at the message; what is pressed comes back as `agent_session_stopped`. */
  working(thread: Thread, title: string): Promise<void>;
  /** There is nothing to stop any more. */
  resting(thread: Thread): Promise<void>;
}

/** An answer that is there sooner needs no status, ms. */
const noticeable = 800;

const longestTitle = 200;

/** @param thinking what the status says, e.g. "is looking into it" */
export function agent(
  extras: Extras,
  thinking: string,
  timers: Timers = machineTime.timers,
): Agent {
  return {
    async thinking(thread, work) {
      let status: Promise<unknown> | undefined;
      const callOff = timers.after(noticeable, () => {
        status = setStatus(thread, thinking);
      });
      try {
        return await work();
      } finally {
        callOff();
        void status?.then(() => setStatus(thread, ''));
      }
    },
    async suggest(channel, { title, prompts }) {
      const args = { channel_id: channel, title, prompts };
      await extras.call('assistant.threads.setSuggestedPrompts', args);
    },
    async working({ channel, ts }, title) {
      const thread = { channel_id: channel, thread_ts: ts };
      const name = cut(shown(title), longestTitle);
      const args = { ...thread, status: 'processing', title: name };
      const isThere = await extras.call('agents.sessions.setStatus', args);
      // only talks with one person have titles
      if (isThere && channel.startsWith('D'))
        await extras.call('assistant.threads.setTitle', { ...thread, title: name });
    },
    async resting({ channel, ts }) {
      const args = { channel_id: channel, thread_ts: ts, status: 'active' };
      await extras.call('agents.sessions.setStatus', args);
    },
  };

  function setStatus({ channel, ts }: Thread, status: string): Promise<boolean> {
    const args = { channel_id: channel, thread_ts: ts, status };
    return extras.call('assistant.threads.setStatus', args);
  }
}
