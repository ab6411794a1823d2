import type { Answer, Answers } from '../answers/answer.ts';
import type { Profile } from '../images/profile.ts';
import type { Operation } from '../operations/operation.ts';
import type { Meaning, Understanding } from '../understanding/meaning.ts';
import { markedLine, markedLines } from '../wording/marked-text.ts';
import { type Choice, type Line, type Part, plain, type Reply, saying } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressValue } from './press.ts';

/** Replies that change nothing: FAQ answers, small talk, and what to say when a text was not understood. */
export function answering(
  answers: Answers,
  wording: Wording,
  operations: ReadonlyMap<string, Operation>,
  profiles: ReadonlyMap<string, Profile>,
) {
  const composed = new Map<string, Reply>();
  return { faq, smalltalk, unsure, outside };

  /** The answer for one cloud, short sentence first, with its source and what can be done next. Composed once. */
  function faq(id: string, cloud: string): Reply {
    const key = `${cloud}/${id}`;
    const before = composed.get(key);
    if (before) return before;
    const answer = answerFor(id, cloud);
    if (!answer) return unsure([]);
    const reply = replyOf(answer);
    composed.set(key, reply);
    return reply;
  }

  function replyOf(answer: Answer): Reply {
    const { differences = [], disagreements = [] } = answer;
    const lines = [emphasised(answer.short), ...markedLines(answer.body)];
    const parts: readonly Part[] = [
      { kind: 'paragraph', lines },
      ...[...differences, ...disagreements].map(
        (text): Part => ({ kind: 'note', line: markedLine(text) }),
      ),
      {
        kind: 'note',
        line: wording.say('answers.source', { source: answer.source, checked: answer.checked }),
      },
    ];
    const doIt = answer.operation === undefined ? [] : beginChoice(answer.operation);
    const related = answer.related.slice(0, 3).map(
      (other): Choice => ({
        label: other.title,
        value: pressValue({ does: 'answer', id: other.id }),
      }),
    );
    const text = [answer.short, ...differences].map((line) => plain(markedLine(line))).join(' ');
    return { text, parts, choices: [...doIt, ...related], seenBy: 'everyone' };
  }

  function answerFor(id: string, cloud: string) {
    const profile = profiles.get(cloud);
    const otherProfiles = Object.fromEntries(
      [...profiles].map(([other, figures]) => [other, { ...figures }]),
    );
    return profile && answers.answer(id, { ...profile }, { cloud, otherProfiles });
  }

  function smalltalk(id: string): Reply {
    return saying(
      ...wording.lines(wording.has(`smalltalk.${id}`) ? `smalltalk.${id}` : 'smalltalk.other'),
    );
  }

  /** Up to three guesses as buttons; without guesses, what Goldie is for. */
  function unsure(alternatives: Understanding['alternatives']): Reply {
    const choices = alternatives
      .filter(({ id }) => id !== 'help')
      .slice(0, 3)
      .flatMap(guess);
    const key = choices.length > 0 ? 'answers.did-you-mean' : 'answers.no-idea';
    return { ...saying(...wording.lines(key)), choices: [...choices, ...beginChoice('help')] };
  }

  function outside(): Reply {
    return { ...saying(...wording.lines('answers.outside')), choices: beginChoice('help') };
  }

  function guess({ id, kind }: Meaning): readonly Choice[] {
    if (kind === 'answer') {
      const title = answers.title(id);
      return title ? [{ label: title, value: pressValue({ does: 'answer', id }) }] : [];
    }
    return kind === 'operation' ? beginChoice(id) : [];
  }

  function beginChoice(operation: string): readonly Choice[] {
    if (!operations.has(operation)) return [];
    const label = plain(wording.say(`help.${operation}.button`));
    return [{ label, value: pressValue({ does: 'begin', operation }) }];
  }
}

/** All of it bold: marks inside would only turn it off again. */
function emphasised(sentence: string): Line {
  return markedLine(sentence).map((run) => ({ ...run, bold: true }));
}
