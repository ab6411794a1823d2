/** Files in forms: the page names them by their ids, the app is shown Slack's file objects. */
import { z } from 'zod';
import type { InputValues } from '../page-api.ts';
import type { StoredFile } from './files.ts';
import { slackFile } from './slack-file.ts';
import type { Team } from './team.ts';

const Chosen = z.looseObject({
  type: z.literal('file_input'),
  files: z.array(z.looseObject({ id: z.string() })),
});

/** The files that a file input holds; a file that is gone is left out. */
export function filesIn(team: Team, value: unknown): readonly StoredFile[] {
  const files = Chosen.safeParse(value).data?.files ?? [];
  return files.flatMap(({ id }) => team.files.get(id) ?? []);
}

/** The state of inputs as the app sees it. */
export function withFiles(team: Team, values: InputValues): InputValues {
  return Object.fromEntries(
    Object.entries(values).map(([blockId, actions]) => [
      blockId,
      Object.fromEntries(
        Object.entries(actions).map(([actionId, value]) => [actionId, shown(team, value)]),
      ),
    ]),
  );
}

function shown(team: Team, value: Record<string, unknown>): Record<string, unknown> {
  if (value.type !== 'file_input') return value;
  const files = filesIn(team, value).map((file) => slackFile(team, team.files.card(file)));
  return { type: value.type, files };
}
