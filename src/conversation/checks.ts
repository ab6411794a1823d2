import type { People } from '../access/people.ts';
import { buttonFor, pressBegin } from '../operations/buttons.ts';
import { noticeParts, refusalPart, type Speaking } from '../operations/findings-text.ts';
import type { Asking, Operation, Plan, Task } from '../operations/operation.ts';
import { type Filled, isNeeded, type Slot } from '../operations/slot.ts';
import { listing } from '../operations/spoken.ts';
import type { Understanding } from '../understanding/meaning.ts';
import { type Choice, type Line, type Part, plain, type Reply } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import type { answering } from './answering.ts';
import { clearPieces } from './clear-pieces.ts';
import { judgePart } from './judge-part.ts';
import type { proposals } from './proposals.ts';
import { type QuestionForm, questionForm } from './question-form.ts';
import { rawSlots } from './rough-slots.ts';
import { subjectOf } from './subject-of.ts';
import type { Turn } from './turn.ts';

interface Parts {
  readonly wording: Wording;
  readonly people: People;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly answering: ReturnType<typeof answering>;
  readonly proposals: ReturnType<typeof proposals>;
}

/** What is to be judged: a task about some things, asked in some form. */
export interface Checking {
  readonly task: Task;
  readonly slots: Filled;
  readonly form: QuestionForm;
  /** The question of the FAQ that was asked, or comes nearest. */
  readonly documented?: string | undefined;
  /** The person clearly meant this task, so what would work is offered at once. */
  readonly isSure: boolean;
}

/**
 * Answers questions about what somebody has from the rules and the inventory: what a task would come to, found by planning
 * it. Nothing is changed and no audit line is left.
 */
export function checks({ wording, people, operations, answering, proposals }: Parts) {
  return { checkingIn, answer };

  /** The check that a text asks for, if it asks for one. */
  function checkingIn(meant: Understanding, asking: Asking): Checking | undefined {
    const form = questionForm(meant);
    const subject = form && subjectOf(meant, operations, answering);
    if (!form || !subject) return undefined;
    const { task, isSure } = subject;
    const slots = clearPieces(task, rawSlots(task, meant, people), asking);
    if (!slots || Object.keys(slots).length === 0) return undefined;
    // whether something is needed is for the documentation to say; the rules only tell what is the case here
    if (form === 'must' && meant.kind !== 'answer') return undefined;
    if (!isSure && !isComplete(task, slots, asking) && !subject.isNamed) return undefined;
    return { task, slots, form, isSure, documented: documentedIn(meant, task) };
  }

  function documentedIn({ kind, id, alternatives }: Understanding, task: Task): string | undefined {
    if (kind === 'answer' && id !== null) return id;
    const documented = answering.documenting(task.id);
    return (
      documented.find((one) => alternatives.some((other) => other.id === one)) ?? documented[0]
    );
  }

  async function answer(
    turn: Turn,
    checking: Checking,
    asking: Asking,
  ): Promise<Reply | undefined> {
    const { task, slots, documented } = checking;
    const general = documented
      ? answering.beside(documented, asking.world.profile.id)
      : { parts: [], choices: [] };
    const specific = isComplete(task, slots, asking)
      ? await ofAll(turn, checking, asking)
      : await ofPart(checking, asking);
    if (!specific) return undefined;
    const parts =
      checking.form === 'must'
        ? [...general.parts, ...specific.parts]
        : [...specific.parts, ...general.parts];
    return {
      ...specific,
      parts,
      choices: [...(specific.choices ?? []), ...general.choices],
    };
  }

  async function ofAll(
    turn: Turn,
    { task, slots, form, isSure }: Checking,
    asking: Asking,
  ): Promise<Reply> {
    const plan = await task.plan(slots, asking);
    const reply = { ...plan.reply, choices: [] };
    if (plan.refused) return form === 'may' ? headed(wording.say('checks.no'), reply) : reply;
    if (plan.settled || form === 'if' || form === 'must') return reply;
    const verdict = wording.say(form === 'may' ? 'checks.yes' : 'checks.nothing-against');
    const offered = isSure ? await proposed(turn, { task, slots, plan }, asking) : reply;
    return headed(verdict, {
      ...offered,
      choices: isSure ? (offered.choices ?? []) : beginning(task, slots),
    });
  }

  function proposed(
    turn: Turn,
    { task, slots, plan }: { task: Task; slots: Filled; plan: Plan },
    { caller }: Asking,
  ): Promise<Reply> {
    return proposals.open(turn, { task, slots, plan, project: caller.project });
  }

  async function ofPart({ task, slots }: Checking, asking: Asking): Promise<Reply | undefined> {
    const found = await judgePart(task, slots, asking);
    if (!found) return undefined;
    const findings = found.filter(({ severity }) => severity !== 'info');
    const speaking: Speaking = { wording, directory: asking.world.directory };
    const isRefused = findings.some(({ severity }) => severity === 'block');
    const facts = { names: namesOf(task, slots, asking), what: buttonOf(task) };
    const verdict = wording.say(isRefused ? 'checks.part-no' : 'checks.part-yes', facts);
    const asked = isRefused ? [] : stillAsked(task, slots, asking);
    const lines = [
      verdict,
      ...(asked.length > 0
        ? [wording.say('checks.part-depends', { questions: asked.join(' ') })]
        : []),
    ];
    const parts = isRefused ? refusalPart(speaking, findings) : noticeParts(speaking, findings);
    return {
      text: [...lines, ...linesIn(parts)].map(plain).join(' '),
      parts: [{ kind: 'paragraph', lines }, ...parts],
      choices: isRefused ? [] : beginning(task, slots),
      seenBy: 'everyone',
    };
  }

  /** What the verdict still depends on, as it will be asked; no rule that matters here is about the name of something new. */
  function stillAsked({ id, slots: all }: Task, slots: Filled, asking: Asking): readonly string[] {
    return all
      .filter((slot) => isMissing(slot, slots, asking) && !slot.from.includes('names'))
      .map(({ name }) => plain(wording.say(`questions.${id}.${name}`)));
  }

  function beginning(task: Task, slots: Filled): readonly Choice[] {
    return buttonFor(buttonOf(task), pressBegin(task.id, slots));
  }

  function buttonOf({ id }: Task): string {
    return plain(wording.say(`help.${id}.button`));
  }
}

function isComplete({ slots }: Task, filled: Filled, asking: Asking): boolean {
  return !slots.some((slot) => isMissing(slot, filled, asking));
}

function isMissing(slot: Slot, filled: Filled, asking: Asking): boolean {
  return filled[slot.name] === undefined && isNeeded(slot, filled, asking);
}

function namesOf({ slots }: Task, filled: Filled, asking: Asking): string {
  return listing(
    slots.flatMap(({ name, kind }) => {
      const options = kind.options(asking);
      return (filled[name] ?? []).map(
        (value) => options.find((option) => option.value === value)?.label ?? value,
      );
    }),
  );
}

function linesIn(parts: readonly Part[]): readonly Line[] {
  return parts.flatMap((part) => {
    if (part.kind === 'paragraph') return part.lines;
    return part.kind === 'bullets' ? part.items : [];
  });
}

function headed(heading: Line, reply: Reply): Reply {
  return {
    ...reply,
    text: `${plain(heading)} ${reply.text}`,
    parts: [{ kind: 'paragraph', lines: [heading] }, ...reply.parts],
  };
}
