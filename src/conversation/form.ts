import { z } from 'zod';
import { ProjectId } from '../images/ids.ts';
import type { Reply } from '../wording/reply.ts';

/** Something to choose, as it is shown. */
export interface FormOption {
  readonly value: string;
  readonly label: string;
  /** State or origin, in small letters below. */
  readonly about?: string;
}

/** One input of a form. */
export interface Field {
  /** Name of the piece that it asks for. */
  readonly name: string;
  readonly label: string;
  /** `choice`: one of the options; `search`: found by typing, and not only among the options; `text`: anything. */
  readonly kind: 'choice' | 'search' | 'text';
  readonly many: boolean;
  readonly optional: boolean;
  /** What there is to choose from, or to begin with. */
  readonly options: readonly FormOption[];
  /** What is chosen already; of a text, the text. */
  readonly given: readonly FormOption[];
}

/** A form to fill in, or a plan to agree to. Plain data: src/slack alone knows what it looks like. */
export interface Form {
  /** Comes back when it is submitted. */
  readonly state: string;
  readonly title: string;
  /** What is said above the inputs. */
  readonly about?: Reply;
  readonly fields: readonly Field[];
  /** Words of the two buttons. */
  readonly submit: string;
  readonly close: string;
}

/** Name of the piece -> what was chosen or written for it. */
export type Entries = Readonly<Record<string, readonly string[]>>;

/** A form, or what there is to say in its place. */
export type Opened =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'said'; readonly reply: Reply };

/** What comes of submitting a form. */
export type Submitted =
  /** What is wrong, by piece: the form stays open. */
  | { readonly kind: 'faults'; readonly faults: Readonly<Record<string, string>> }
  /** `isNext`: it lies on top, and the one below can be gone back to. Otherwise it takes the place of the one submitted. */
  | { readonly kind: 'form'; readonly form: Form; readonly isNext: boolean }
  | { readonly kind: 'said'; readonly reply: Reply }
  /** The end: the reply is for the person's direct messages. */
  | { readonly kind: 'done'; readonly reply: Reply };

/** What a form is about. It travels through Slack, so it is checked like any input. */
export const FormState = z.discriminatedUnion('form', [
  /** Choose a task. */
  z.object({ form: z.literal('tasks') }),
  /** Fill in the pieces of a task, for a project; perhaps in place of answering a question. */
  z.object({
    form: z.literal('task'),
    task: z.string(),
    project: ProjectId,
    question: z.string().optional(),
  }),
  /** Agree to a plan. */
  z.object({ form: z.literal('plan'), proposal: z.string() }),
]);
export type FormState = z.infer<typeof FormState>;

/** @returns undefined when it is none of ours */
export function readFormState(text: string): FormState | undefined {
  try {
    return FormState.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

export function formState(state: FormState): string {
  return JSON.stringify(state);
}
