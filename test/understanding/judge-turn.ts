import { readPress } from '../../src/conversation/press.ts';
import type { PendingQuestion, Proposal, Talk } from '../../src/conversation/talk-state.ts';
import type { Known, Understanding } from '../../src/understanding/meaning.ts';
import type { Reply } from '../../src/wording/reply.ts';
import { everyWord } from '../support/talk-kit.ts';
import type { SaidTurn } from './talk-turns.ts';

/**
 * `right`: led to what was meant; `unsure`: Goldie asked back or passed; `wrong`: led to something else. `moot`: it goes on
 * from something that the rules had refused, so there was nothing to go on from.
 */
export type Ending = 'right' | 'wrong' | 'unsure' | 'moot';

/** A turn that was played. */
export interface Played {
  /** Idempotency key of the turn; no other key begins with it. */
  readonly key: string;
  readonly before: Talk;
  readonly after: Talk;
  readonly reply: Reply;
  /** What the words alone were taken for. */
  readonly meant: Understanding;
  readonly known: Known;
  /** The wish that the talk is about, by what was meant before. */
  readonly wish: string | undefined;
  /** Everything before was understood. */
  readonly isUnderstoodSoFar: boolean;
}

/** What a turn led to. */
interface Led {
  readonly ids: readonly string[];
  /** Names of things, and words, that it holds. */
  readonly holds: readonly string[];
}

export function judgeTurn(turn: SaidTurn, played: Played): Ending {
  const led = ledTo(played);
  const isContinuing = turn.answers !== undefined || turn.corrects !== undefined;
  const meantIds = [isContinuing ? (openIn(played.before)?.operation ?? played.wish) : turn.id];
  const ids = [...meantIds, ...turn.also].flatMap((id) => id ?? []);
  if (ids.some((id) => fits(id, turn, led, played))) return 'right';
  const goesOn = isContinuing || turn.id === 'talk.confirm' || isEnd(turn.id);
  if (goesOn && played.isUnderstoodSoFar && !isOpenFor(turn, played.before)) return 'moot';
  return didNothing(played) ? 'unsure' : 'wrong';
}

function fits(id: string, turn: SaidTurn, led: Led, played: Played): boolean {
  if (id === 'talk.confirm') return isConfirmed(played);
  if (isEnd(id)) return isEnded(played);
  if (id === 'unsure') return didNothing(played);
  if (id === 'answer' && isExplained(played)) return true;
  return (
    led.ids.includes(id.replace('talk.', 'smalltalk.')) &&
    Object.values(turn.slots).every((all) => all.every((one) => led.holds.includes(one))) &&
    (turn.besides === undefined || secondWishes(played).includes(turn.besides))
  );
}

function isEnd(id: string | undefined): boolean {
  return id === 'talk.cancel' || id === 'talk.decline';
}

function isOpenFor({ id }: SaidTurn, before: Talk): boolean {
  return id === 'talk.confirm' ? plansIn(before).length > 0 : openIn(before) !== undefined;
}

/** Carried out, or the button is shown without which nothing grave is carried out. */
function isConfirmed(played: Played): boolean {
  return wasConfirmed(played) || graveButton(played.reply, played.before) !== undefined;
}

function wasConfirmed({ after, key }: Played): boolean {
  return after.proposals.some(({ used }) => used?.by === key && used.as === 'confirmed');
}

/** What has to be pressed to carry out a plan that was open before. */
export function graveButton({ choices = [] }: Reply, before: Talk): string | undefined {
  const open = plansIn(before).map(({ id }) => id);
  const [only, ...others] = choices.flatMap(({ value }) => {
    const press = readPress(value);
    return press?.does === 'confirm' && open.includes(press.id) ? [value] : [];
  });
  return others.length === 0 ? only : undefined;
}

/** Something was open, nothing is any more, and nothing came of it. */
function isEnded(played: Played): boolean {
  const { before, after } = played;
  const isDone = wasConfirmed(played) || stateOf(played).ids.length > 0;
  return openIn(before) !== undefined && openIn(after) === undefined && !isDone;
}

function plansIn({ proposals }: Talk): readonly Proposal[] {
  return proposals.filter(({ used }) => !used);
}

function openIn(talk: Talk): Proposal | PendingQuestion | undefined {
  const questions = talk.questions.filter(({ answeredBy }) => answeredBy === undefined);
  return [...plansIn(talk), ...questions].at(-1);
}

/** Something was told about what was wished before, and nothing begun. */
function isExplained(played: Played): boolean {
  const { before, after } = played;
  return stateOf(played).ids.length > 0 && openIn(before)?.id === openIn(after)?.id;
}

/** Nothing was answered, begun, carried out or ended. */
function didNothing(played: Played): boolean {
  const { before, after, key, meant } = played;
  const isSame = openIn(before)?.id === openIn(after)?.id;
  const isAsking = meant.kind === 'unsure' || meant.kind === 'out-of-scope';
  const isTouched = stateOf(played).ids.length > 0;
  return isSame && isAsking && !isTouched && !after.proposals.some(({ used }) => used?.by === key);
}

/** What the talk says of the turn; where it says nothing, what the words were taken for. */
function ledTo(played: Played): Led {
  const state = stateOf(played);
  if (state.ids.length > 0) return state;
  const { kind, id, slots } = played.meant;
  return {
    ids: [kind, id ?? [], slots.about ?? []].flat(),
    holds: Object.values(slots).flatMap((value) => (Array.isArray(value) ? value.map(String) : [])),
  };
}

function stateOf({ after, key, known, reply }: Played): Led {
  const questions = after.questions.filter(({ id }) => id.startsWith(key));
  const proposals = after.proposals.filter(({ id }) => id.startsWith(key));
  const topics = after.topics.filter((topic) => topic.key.startsWith(key));
  const slots = [
    ...questions.flatMap(({ filled, raw }) => [filled, raw]),
    ...[...proposals, ...topics].map((one) => one.slots),
  ].flatMap((one) => Object.values(one).flat());
  const things = topics.flatMap((topic) => topic.things.map(({ label }) => label));
  const words = everyWord(reply);
  // a project that the asker has no role in is held nowhere; the reply names it
  const named = known.projects.map(({ name }) => name).filter((name) => words.includes(name));
  return {
    ids: [
      ...[...questions, ...proposals].map(({ operation }) => operation),
      ...topics.flatMap(({ operation, answer }) => [
        ...(operation === undefined ? [] : [operation]),
        ...(answer === undefined ? [] : [answer, 'answer']),
      ]),
    ],
    holds: [...slots.map((value) => nameOf(value, known)), ...slots, ...things, ...named],
  };
}

function nameOf(value: string, { images, servers, projects }: Known): string {
  return [...images, ...servers, ...projects].find(({ id }) => id === value)?.name ?? value;
}

function secondWishes({ meant }: Played): readonly (string | null)[] {
  return (meant.wishes ?? []).slice(1).map(({ id }) => id);
}
