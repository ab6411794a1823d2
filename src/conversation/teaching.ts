import type { People } from '../access/people.ts';
import type { Answers } from '../answers/answer.ts';
import type { Operation } from '../operations/operation.ts';
import { moment } from '../operations/spoken.ts';
import { nothingKnown, type Understander } from '../understanding/meaning.ts';
import {
  type Choice,
  type Line,
  type Part,
  plain,
  privately,
  type Reply,
  saying,
} from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { type FeedbackEntry, sameText, type TaughtPhrase } from './feedback-entry.ts';
import type { FeedbackLog, TaughtPhrases } from './ports.ts';
import { type Press, pressValue } from './press.ts';
import { titlesNear } from './titles-near.ts';
import type { Pressed, Turn } from './turn.ts';

interface Parts {
  readonly log: FeedbackLog;
  readonly taught: TaughtPhrases;
  readonly people: People;
  readonly answers: Answers;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly understander: Understander;
  readonly wording: Wording;
  readonly clock: () => number;
}

type Teach = Extract<Press, { does: 'teach' }>;

const shown = 5;
const longestLabel = 40;

/** How administrators go through what Goldie missed, and teach it what was meant. */
export function teaching(parts: Parts) {
  const { log, taught, people, answers, operations, understander, wording, clock } = parts;
  return { overview, pressed };

  /** What is to be dealt with, newest first, and the phrases that wait for approval. */
  function overview(turn: Turn): Reply {
    if (!isAdministrator(turn.who))
      return privately(saying(wording.say('feedback.administrators')));
    const open = openFor(turn.who);
    const waiting = taught.all().filter(({ approvedBy }) => approvedBy === undefined);
    const head = wording.say('feedback.overview', { count: open.length, waiting: waiting.length });
    const lists: readonly Part[] = [
      { kind: 'bullets', items: open.slice(0, shown).map(missedLine) },
      { kind: 'bullets', items: waiting.slice(0, shown).map(taughtLine) },
    ].flatMap((list) => (list.items.length > 0 ? [{ ...list, kind: 'bullets' as const }] : []));
    return {
      text: plain(head),
      parts: [{ kind: 'paragraph', lines: [head] }, ...lists],
      choices: [
        ...open.slice(0, shown).map(({ text }) => choice('teach', 'begin', text)),
        ...waiting.slice(0, shown).map(({ phrase }) => choice('approve', 'approve', phrase)),
      ],
      seenBy: 'asker',
    };
  }

  async function pressed(turn: Turn, press: Teach): Promise<Pressed> {
    if (!isAdministrator(turn.who)) return { reply: overview(turn), replaces: false };
    const { step, text, meaning } = press;
    switch (step) {
      case 'begin':
        return { reply: guesses(text), replaces: false };
      case 'as':
        return { reply: await learn(turn, text, meaning ?? ''), replaces: true };
      case 'set-aside':
        await settle(turn, text);
        return { reply: said('feedback.set-aside', { text }), replaces: true };
      case 'approve':
        return { reply: await approve(turn, text), replaces: true };
      case 'withdraw':
        await taught.change((all) => all.filter(({ phrase }) => !isSame(phrase, text)));
        return { reply: said('feedback.withdrawn', { text }), replaces: true };
    }
  }

  /** What may have been meant, as buttons. */
  function guesses(text: string): Reply {
    const { alternatives } = understander.understand(text, nothingKnown);
    const likely = alternatives.flatMap(({ id }) => (titleOf(id) === undefined ? [] : [id]));
    const meanings = [...new Set([...likely, ...titlesNear(text, answers)])].slice(0, shown);
    return {
      ...said('feedback.what-was-meant', { text }),
      choices: [
        ...meanings.map((id) => ({
          label: titleOf(id) ?? id,
          value: pressValue({ does: 'teach', step: 'as', text, meaning: id }),
        })),
        choice('set-aside', 'set-aside', text),
      ],
    };
  }

  async function learn(turn: Turn, text: string, meaning: string): Promise<Reply> {
    const title = titleOf(meaning);
    if (title === undefined) return said('feedback.unknown-meaning', { text });
    const taughtAt = new Date(clock()).toISOString();
    const phrase: TaughtPhrase = { phrase: text, meaning, taughtBy: turn.who, taughtAt };
    await taught.change((all) => [...all.filter((one) => !isSame(one.phrase, text)), phrase]);
    await settle(turn, text);
    return {
      ...said('feedback.taught', { text, title }),
      choices: [choice('approve', 'approve', text), choice('withdraw', 'withdraw', text)],
    };
  }

  async function approve({ who }: Turn, text: string): Promise<Reply> {
    if (!taught.all().some(({ phrase }) => isSame(phrase, text)))
      return said('feedback.withdrawn', { text });
    await taught.change((all) =>
      all.map((one) => (isSame(one.phrase, text) ? { ...one, approvedBy: who } : one)),
    );
    return said('feedback.approved', { text });
  }

  async function settle({ who, key }: Turn, text: string): Promise<void> {
    const at = new Date(clock()).toISOString();
    await log.append({ id: key, at, who, kind: 'settled', text });
  }

  /** What nobody has dealt with, of projects that the person administers and of people without a project. */
  function openFor(who: string): readonly FeedbackEntry[] {
    const roles = people.byId(who)?.roles;
    const open = new Map<string, FeedbackEntry>();
    for (const entry of log.entries()) {
      const isTheirs = entry.project === undefined || roles?.get(entry.project) === 'admin';
      const text = sameText(entry.text);
      if (entry.kind === 'settled') open.delete(text);
      else if (entry.kind !== 'liked' && text !== '' && isTheirs) open.set(text, entry);
    }
    return [...open.values()].toReversed();
  }

  function missedLine({ text, kind, answer, at }: FeedbackEntry): Line {
    const facts = { text, when: moment(at), title: titleOf(answer ?? '') ?? '' };
    return wording.say(
      kind === 'disliked'
        ? 'feedback.disliked'
        : kind === 'outside'
          ? 'feedback.outside'
          : 'feedback.unsure',
      facts,
    );
  }

  function taughtLine({ phrase, meaning }: TaughtPhrase): Line {
    return wording.say('feedback.waiting', { text: phrase, title: titleOf(meaning) ?? meaning });
  }

  function titleOf(id: string): string | undefined {
    return operations.has(id) ? plain(wording.say(`help.${id}.button`)) : answers.title(id);
  }

  function choice(
    words: 'teach' | 'approve' | 'set-aside' | 'withdraw',
    step: Teach['step'],
    text: string,
  ): Choice {
    const short = text.length > longestLabel ? `${text.slice(0, longestLabel - 1)}…` : text;
    const label = plain(wording.say(labels[words], { text: short }));
    return { label, value: pressValue({ does: 'teach', step, text }) };
  }

  function said(key: string, facts: { readonly text: string; readonly title?: string }): Reply {
    return privately(saying(...wording.lines(key, { title: '', ...facts })));
  }

  function isAdministrator(who: string): boolean {
    return [...(people.byId(who)?.roles.values() ?? [])].includes('admin');
  }
}

const labels = {
  teach: 'feedback.button-teach',
  approve: 'feedback.button-approve',
  'set-aside': 'feedback.button-set-aside',
  withdraw: 'feedback.button-withdraw',
} as const;

function isSame(one: string, other: string): boolean {
  return sameText(one) === sameText(other);
}
