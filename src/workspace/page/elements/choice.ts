import type { PlainTextOption } from '@slack/types';
import type { PostAnswer } from '../server/answers.ts';

/** One line of a list to choose from. */
export interface Choice {
  readonly id: string;
  readonly text: string;
  readonly description?: string;
  /** What Slack calls the choice: an option object, or the id of a person or channel. */
  readonly selection: unknown;
}

export interface ChoiceGroup {
  readonly label: string;
  readonly choices: readonly Choice[];
}

interface Options {
  readonly options?: readonly PlainTextOption[] | undefined;
  readonly option_groups?:
    | readonly {
        readonly label: { readonly text: string };
        readonly options: readonly PlainTextOption[];
      }[]
    | undefined;
}

export function choiceOf(option: PlainTextOption): Choice {
  const description = option.description?.text;
  return {
    id: option.value ?? option.text.text,
    text: option.text.text,
    selection: option,
    ...(description === undefined ? {} : { description }),
  };
}

/** Options with or without groups as groups; ungrouped ones stand in one group without a label. */
export function groupsOf({ options, option_groups }: Options): readonly ChoiceGroup[] {
  if (option_groups) {
    return option_groups.map((group) => ({
      label: group.label.text,
      choices: group.options.map(choiceOf),
    }));
  }
  return [{ label: '', choices: (options ?? []).map(choiceOf) }];
}

/** The groups with the choices whose text or description contains what was typed. */
export function matching(groups: readonly ChoiceGroup[], typed: string): readonly ChoiceGroup[] {
  const wanted = typed.trim().toLocaleLowerCase();
  return groups
    .map((group) => ({
      ...group,
      choices: group.choices.filter(({ text, description = '' }) =>
        `${text} ${description}`.toLocaleLowerCase().includes(wanted),
      ),
    }))
    .filter(({ choices }) => choices.length > 0);
}

/** The choices the app offered for an external select; throws its reason when it offered none. */
export function offered(answer: PostAnswer): readonly ChoiceGroup[] {
  if (!answer.ok) throw new Error(answer.error ?? 'The app did not answer.');
  return groupsOf(answer);
}
