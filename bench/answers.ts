import { type Bot, echo, goldie, type Running, start } from './bots.ts';
import { type Compared, compare, percentile } from './figures.ts';
import { type Load, load } from './load.ts';

/** Answering under load, next to the echo app. Times in ms. */
export interface Answers {
  readonly messagesPerSecond: Compared;
  /** CPU time of the bot for one message. */
  readonly cpuMs: Compared;
  readonly p50: Compared;
  readonly p99: Compared;
}

export interface AnswersOptions {
  /** Messages before the first round: a bot needs about 3000 until it is as fast as it gets. */
  readonly warmUp: number;
  readonly rounds: number;
  readonly messages: number;
  readonly inFlight: number;
  /** Every question in words that were not said before. */
  readonly inNewWords: boolean;
}

/** Both bots in turns, a round each, once they are warm; medians of the rounds. */
export async function measureAnswers(options: AnswersOptions): Promise<Answers> {
  const ours: Load[] = [];
  const theirs: Load[] = [];
  const running = await Promise.all([goldie, echo].map((bot: Bot) => start(bot)));
  try {
    for (const each of running) await load(each, { ...options, messages: options.warmUp });
    for (let round = 0; round < options.rounds; round += 1)
      for (const each of running) roundsOf(each).push(await load(each, options));
  } finally {
    await Promise.all(running.map((each) => each.close()));
  }
  const both = (figure: (load: Load) => number) => compare(ours.map(figure), theirs.map(figure));
  return {
    messagesPerSecond: both(({ messagesPerSecond }) => messagesPerSecond),
    cpuMs: both(({ cpuMs }) => cpuMs),
    p50: both(({ latencies }) => percentile(latencies, 0.5)),
    p99: both(({ latencies }) => percentile(latencies, 0.99)),
  };

  function roundsOf({ bot }: Running): Load[] {
    return bot.name === 'goldie' ? ours : theirs;
  }
}
