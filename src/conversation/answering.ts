import type { Answer, Answers } from '../answers/answer.ts';
import type { Profile } from '../images/profile.ts';
import type { Operation, Query } from '../operations/operation.ts';
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
  const otherProfiles = Object.fromEntries(
    [...profiles].map(([other, figures]) => [other, { ...figures }]),
  );
  const subjects = subjectsOf(answers.ids());
  return {
    faq,
    facet,
    why,
    beside,
    operationOf,
    documenting,
    reporting,
    titleOf: answers.title,
    smalltalk,
    unsure,
    outside,
  };

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
    const { differences = [] } = answer;
    const lines = [emphasised(answer.short), ...markedLines(answer.body)];
    const parts: readonly Part[] = [{ kind: 'paragraph', lines }, ...smallPrint(answer)];
    const text = [answer.short, ...differences].map((line) => plain(markedLine(line))).join(' ');
    const doIt = answer.operation === undefined ? [] : beginChoice(answer.operation);
    return { text, parts, choices: [...doIt, ...related(answer)], seenBy: 'everyone' };
  }

  /** The sentences of an answer that speak of one thing, with the whole answer behind a button; all of it where none does. */
  function facet(id: string, cloud: string, words: readonly string[]): Reply {
    const answer = answerFor(id, cloud);
    if (!answer || words.length === 0) return faq(id, cloud);
    const sentences = [answer.short, ...answer.body.split('\n')];
    const wanted = sentences.filter((sentence) =>
      words.some((word) => sentence.toLowerCase().includes(word)),
    );
    if (wanted.length === 0 || wanted.length === sentences.length) return faq(id, cloud);
    const lines = wanted.flatMap((sentence) => markedLines(sentence));
    return {
      text: lines.map(plain).join(' '),
      parts: [{ kind: 'paragraph', lines }, source(answer)],
      choices: [answerChoice(answer)],
      seenBy: 'everyone',
    };
  }

  /** Where an answer comes from and what goes with it: that is as much as is known about why it is so. */
  function why(id: string, cloud: string): Reply {
    const answer = answerFor(id, cloud);
    if (!answer) return unsure([]);
    const facts = { title: answer.title, source: answer.source, checked: answer.checked };
    const lines = [...wording.lines('answers.why', facts), ...markedLines(answer.body)];
    const parts: readonly Part[] = [
      { kind: 'paragraph', lines },
      ...smallPrint(answer).slice(0, -1),
    ];
    return {
      text: lines.map(plain).join(' '),
      parts,
      choices: related(answer),
      seenBy: 'everyone',
    };
  }

  /** What the documentation says, to stand beside what is the case here: a sentence, its source, the rest by a button. */
  function beside(
    id: string,
    cloud: string,
  ): Pick<Reply, 'parts'> & { choices: readonly Choice[] } {
    const answer = answerFor(id, cloud);
    if (!answer) return { parts: [], choices: [] };
    const line = [...wording.say('answers.in-general'), { text: ' ' }, ...markedLine(answer.short)];
    return {
      parts: [{ kind: 'paragraph', lines: [line] }, source(answer)],
      choices: [answerChoice(answer)],
    };
  }

  /** The operation whose rules decide what a question asks. */
  function operationOf(id: string): Operation | undefined {
    const { about, operation } = subjects.get(id) ?? {};
    return operations.get(about ?? operation ?? '');
  }

  /** Questions that say themselves to be about an operation. */
  function documenting(operation: string): readonly string[] {
    return [...subjects].flatMap(([id, { about }]) => (about === operation ? [id] : []));
  }

  /** What somebody has of the thing that a question is about, where an operation tells that without asking for more. */
  function reporting(id: string): Query | undefined {
    const operation = operations.get(subjects.get(id)?.about ?? '');
    return operation?.kind === 'query' ? operation : undefined;
  }

  /** What each question is about. Figures do not matter to it, so those of any cloud do. */
  function subjectsOf(
    ids: readonly string[],
  ): ReadonlyMap<string, Pick<Answer, 'about' | 'operation'>> {
    const [cloud = ''] = profiles.keys();
    return new Map(ids.map((id) => [id, answerFor(id, cloud) ?? {}] as const));
  }

  function answerFor(id: string, cloud: string): Answer | undefined {
    const profile = profiles.get(cloud);
    return profile && answers.answer(id, { ...profile }, { cloud, otherProfiles });
  }

  function smallPrint(answer: Answer): readonly Part[] {
    const { differences = [], disagreements = [] } = answer;
    return [
      ...[...differences, ...disagreements].map(
        (text): Part => ({ kind: 'note', line: markedLine(text) }),
      ),
      source(answer),
    ];
  }

  function source({ source: place, checked }: Answer): Part {
    return { kind: 'note', line: wording.say('answers.source', { source: place, checked }) };
  }

  function related(answer: Answer): readonly Choice[] {
    return answer.related.slice(0, 3).map(answerChoice);
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
      return title ? [answerChoice({ id, title })] : [];
    }
    return kind === 'operation' ? beginChoice(id) : [];
  }

  function beginChoice(operation: string): readonly Choice[] {
    if (!operations.has(operation)) return [];
    const label = plain(wording.say(`help.${operation}.button`));
    return [{ label, value: pressValue({ does: 'begin', operation }) }];
  }
}

function answerChoice({ id, title }: Pick<Answer, 'id' | 'title'>): Choice {
  return { label: title, value: pressValue({ does: 'answer', id }) };
}

/** All of it bold: marks inside would only turn it off again. */
function emphasised(sentence: string): Line {
  return markedLine(sentence).map((run) => ({ ...run, bold: true }));
}
