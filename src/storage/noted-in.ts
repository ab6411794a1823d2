import type { z } from 'zod';
import { readIfThere } from './document-file.ts';

/** What a file of notes says; nothing when it is lost, cut short or does not look as it should. */
export async function notedIn<Notes>(
  path: string,
  schema: z.ZodType<Notes>,
): Promise<Notes | undefined> {
  return schema.safeParse(jsonOf(await readIfThere(path))).data;
}

function jsonOf(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}
