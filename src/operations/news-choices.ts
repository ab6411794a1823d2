import { ProjectId } from '../images/ids.ts';
import type { Facts } from '../wording/marked-text.ts';
import { type Choice, plain } from '../wording/reply.ts';
import type { Wording } from '../wording/wording.ts';
import { pressBegin } from './buttons.ts';

/** The project that news is about, for the buttons under it; nothing where the news does not say. */
export function projectOf({ projectId }: Facts): { readonly project?: ProjectId } {
  const project = ProjectId.safeParse(projectId).data;
  return project === undefined ? {} : { project };
}

/** Makes servers from the image of the news. */
export function createServerChoice(wording: Wording, facts: Facts): readonly Choice[] {
  const slots = { image: [String(facts.imageId)] };
  const value = pressBegin('server.create', slots, projectOf(facts));
  return [choice(wording, 'choices.create-server', value)];
}

/** A button by the key of its words. */
export function choice(
  wording: Wording,
  key: string,
  value: string,
  tone?: Choice['tone'],
): Choice {
  return { label: plain(wording.say(key)), value, ...(tone && { tone }) };
}
