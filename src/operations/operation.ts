import type { Finding } from '../images/finding.ts';
import type { ProjectId } from '../images/ids.ts';
import type { Place } from '../images/job.ts';
import type { Action, Caller, World } from '../images/world.ts';
import type { PersonSettings } from '../notices/settings.ts';
import type { Reader } from '../wording/reader.ts';
import type { Part, Reply } from '../wording/reply.ts';
import type { Filled, RawSlots, Slot } from './slot.ts';

/** One turn's view of the world by one person, acting for one project. */
export interface Asking {
  readonly caller: Caller;
  readonly world: World;
  /** Projects the person may act for. */
  readonly projects: readonly ProjectId[];
  /** Remembers which project the person wants to act for from now on. */
  readonly choose: (project: ProjectId) => Promise<void>;
  /** What the person is told, and how. */
  readonly settings: PersonSettings;
  /** Changes that, durably. */
  readonly settle: (step: (settings: PersonSettings) => PersonSettings) => Promise<void>;
  /** How times are written for the person. */
  readonly reader: Reader;
}

/** What causes an effect: the idempotency key of the click or command, and where news of it goes. */
export interface Trigger {
  readonly key: string;
  readonly origin: Place;
}

interface Ask {
  /** Also the name of its words in intents/operations. */
  readonly id: string;
  /** First word after `/image`, and other words for the same. */
  readonly verbs: readonly string[];
  /** A slash command of its own. */
  readonly slash?: `/image-${string}`;
  /** Right a person needs in the project to be offered this; `undefined`: everybody. */
  readonly needs?: Action;
  readonly slots: readonly Slot[];
  /** Reads the words after a command. Nothing is looked up yet. */
  readonly words: (text: string) => RawSlots;
  /** Reads pieces that only this operation knows out of free words: filters, times. They go before `said`, which was understood, by kind of name. */
  readonly hears?: (text: string, said: RawSlots) => RawSlots;
}

/** Something a person asks to know. */
export interface Query extends Ask {
  readonly kind: 'query';
  answer(slots: Filled, asking: Asking): Promise<Reply>;
}

/** What would happen, judged by every rule. */
export interface Plan {
  readonly reply: Reply;
  readonly refused: boolean;
  /** All of it that is not refused is as asked already: there is nothing to do and nothing to agree to. */
  readonly settled?: boolean;
  /** There is something a person has to agree to first. */
  readonly needsConfirmation: boolean;
  /** Changes whenever what the person is shown changes. */
  readonly fingerprint: string;
  readonly findings: readonly Finding[];
  /** What is to be kept in mind while it is done, also when nobody is asked first. */
  readonly warnings: readonly Part[];
  /** Other words than the usual ones for what is pressed: `tasks.<id>.confirm-<variant>`. */
  readonly variant?: string | undefined;
  /** Why it is asked once more after the press, in words: it cannot be undone, or hurts what depends on it. Empty: it is not. */
  readonly grave?: string;
}

/** How it ended: `done` when at least a part of it was done. */
export interface Ran {
  readonly done: boolean;
  readonly reply: Reply;
}

/** Something a person asks to have done. */
export interface Task extends Ask {
  readonly kind: 'task';
  /** `low`: an explicit command without anything to agree to runs at once. `high`: always shown first. */
  readonly risk: 'low' | 'high';
  /** The refusal for somebody without the right to begin; whatever it is about. */
  forbidden(asking: Asking): Plan | undefined;
  plan(slots: Filled, asking: Asking): Promise<Plan>;
  /** It was carried out for this trigger before, in an earlier life of the process perhaps. */
  wasRun(asking: Asking, trigger: Trigger): boolean;
  /** Leaves the audit line of a plan that was refused. */
  refuse(plan: Plan, asking: Asking, trigger: Trigger): Promise<void>;
  /** Decides again and does it. The same key never has a second effect. */
  run(slots: Filled, asking: Asking, trigger: Trigger): Promise<Ran>;
}

/** One thing that a person can ask for. Help, commands, words and buttons all read it. */
export type Operation = Query | Task;
