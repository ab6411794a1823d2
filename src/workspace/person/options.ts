import { z } from 'zod';
import { anyOption, optionGroup } from '../blocks/text-objects.ts';
import type { Container } from '../page-api.ts';
import type { Team } from '../team/team.ts';
import { whyNot } from './app-sentences.ts';
import { blocksOf, placeOf, whereabouts, whoAndWhere } from './container.ts';
import { elementsIn } from './elements.ts';
import { failed, type Outcome } from './outcome.ts';

const Suggestions = z.union([
  z.looseObject({ options: z.array(anyOption).max(100) }),
  z.looseObject({ option_groups: z.array(optionGroup).max(100) }),
]);

export interface Asked {
  readonly as: string;
  readonly container: Container;
  readonly blockId: string;
  readonly actionId: string;
  readonly typed: string;
}

/** Asks the app for the choices of an external select. */
export async function suggestOptions(team: Team, asked: Asked): Promise<Outcome> {
  const { as, container, blockId, actionId, typed } = asked;
  const place = placeOf(team, as, container);
  const isThere =
    place &&
    elementsIn(blocksOf(place)).some((one) => one.blockId === blockId && one.actionId === actionId);
  if (!isThere) return failed('This list is not there any more.');
  const answer = await team.app.ask({
    type: 'interactive',
    takesAnswer: true,
    payload: {
      type: 'block_suggestion',
      ...whoAndWhere(team, as),
      ...whereabouts(team, place, {}),
      action_id: actionId,
      block_id: blockId,
      value: typed,
    },
  });
  if (answer.kind !== 'acknowledged') return failed(whyNot(team, answer) ?? 'dispatch_failed');
  const parsed = Suggestions.safeParse(answer.payload);
  if (!parsed.success) return failed('The app answered with choices Slack does not understand.');
  return 'options' in parsed.data
    ? { ok: true, options: parsed.data.options }
    : { ok: true, option_groups: parsed.data.option_groups };
}
