import { z } from 'zod';
import type { InputValues } from '../page-api.ts';
import { filesIn } from '../team/files-in-inputs.ts';
import { endingOf } from '../team/slack-file.ts';
import type { Team } from '../team/team.ts';
import type { PlacedElement } from './elements.ts';
import { valueAt } from './input-values.ts';

const FileInput = z.looseObject({
  type: z.literal('file_input'),
  filetypes: z.array(z.string()).optional(),
  max_files: z.number().default(10),
});

/** What is wrong with the files in a file input, before the app hears of it; undefined when nothing is. */
export function fileComplaint(
  team: Team,
  placed: PlacedElement,
  state: InputValues,
): string | undefined {
  const input = FileInput.safeParse(placed.element).data;
  if (!input) return undefined;
  const files = filesIn(team, valueAt(state, placed));
  if (files.length > input.max_files)
    return `Choose at most ${input.max_files} ${input.max_files === 1 ? 'file' : 'files'}.`;
  const wrong = files.find(({ name }) => input.filetypes?.includes(endingOf(name)) === false);
  return wrong && `${wrong.name} does not end in ${input.filetypes?.join(', ')}.`;
}
