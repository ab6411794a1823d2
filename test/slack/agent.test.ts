import { describe, expect, it } from 'vitest';
import { agent } from '../../src/slack/agent.ts';
import { jobSessions } from '../../src/slack/job-sessions.ts';
import { type Reply, saying } from '../../src/wording/reply.ts';
import { aJob, aUnit } from '../images/builders.ts';
import { aTime } from '../jobs/a-runner.ts';

const thread = { channel: 'D0WEBOP', ts: '1800000000.000100' };
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

function anAgent({ works = true } = {}) {
  const time = aTime();
  const calls: string[] = [];
  const extras = {
    async call(method: string, { status, title }: Readonly<Record<string, unknown>>) {
      calls.push([method, status, title].filter((part) => part !== undefined).join(' '));
      return works;
    },
  };
  return { agent: agent(extras, 'is looking', time.timers), time, calls };
}

describe('while an answer is awaited', () => {
  it('nothing is shown when it is there soon', async () => {
    const { agent, time, calls } = anAgent();

    expect(await agent.thinking(thread, async () => 'answer')).toBe('answer');
    await time.pass(10_000, settled);

    expect(calls).toEqual([]);
  });

  it('a status is shown when it takes longer, and goes with the answer', async () => {
    const { agent, time, calls } = anAgent();
    let answered = (_: string) => {};
    const work = new Promise<string>((resolve) => {
      answered = resolve;
    });

    const answer = agent.thinking(thread, () => work);
    await time.pass(1_000, settled);
    expect(calls).toEqual(['assistant.threads.setStatus is looking']);
    answered('answer');

    expect(await answer).toBe('answer');
    await settled();
    expect(calls).toEqual([
      'assistant.threads.setStatus is looking',
      'assistant.threads.setStatus ',
    ]);
  });

  it('a fault passes as it is', async () => {
    const { agent } = anAgent();

    await expect(
      agent.thinking(thread, () => Promise.reject(new Error('no disk'))),
    ).rejects.toThrow('no disk');
  });
});

describe('a job', () => {
  const card = thread;
  const unit = aUnit();
  const stop = { label: 'Stop', value: 'stop' };
  const reply = (choices: Reply['choices'] = []): Reply => ({
    ...saying([{ text: 'Creating web-golden' }]),
    choices,
  });
  const cards = { show: () => {}, showEnd: async () => {}, stop: () => {} };
  const ended = { endedAt: '2026-11-20T10:00:00.000Z', status: 'SUCCESS' } as const;

  it('has a Stop button of Slack as long as it can be stopped, named once', async () => {
    const { agent, calls } = anAgent();
    const sessions = jobSessions(cards, agent, ({ endedAt }) => reply(endedAt ? [] : [stop]));

    sessions.show(aJob({ card }), unit);
    sessions.show(aJob({ card }), unit);
    await settled();
    await sessions.showEnd({ ...aJob({ card }), ...ended }, unit);
    await settled();

    expect(calls).toEqual([
      'agents.sessions.setStatus processing Creating web-golden',
      'assistant.threads.setTitle Creating web-golden',
      'agents.sessions.setStatus active',
    ]);
  });

  it('that cannot be stopped has none', async () => {
    const { agent, calls } = anAgent();
    const sessions = jobSessions(cards, agent, () => reply());
    const job = aJob({ card });
    sessions.show(job, unit);
    calls.length = 0;

    sessions.show(job, unit);
    await sessions.showEnd({ ...job, ...ended }, unit);

    expect(calls).toEqual([]);
  });

  it('gets no title where there are no sessions', async () => {
    const { agent, calls } = anAgent({ works: false });

    await agent.working(thread, 'Creating web-golden');

    expect(calls).toEqual(['agents.sessions.setStatus processing Creating web-golden']);
  });
});
