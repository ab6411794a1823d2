import { z } from 'zod';
import type { Container, InputValues } from '../page-api.ts';
import type { Team } from '../team/team.ts';
import { whyNot } from './app-sentences.ts';
import { blocksOf, type Place, placeOf, whereabouts, whoAndWhere } from './container.ts';
import { elementsIn, type PlacedElement } from './elements.ts';
import { layered, valueName, valuesFrom } from './input-values.ts';
import { done, failed, type Outcome } from './outcome.ts';

export interface Pressed {
  readonly as: string;
  readonly container: Container;
  /** Slack's action object; `block_id` and `action_id` say which element it was. */
  readonly action: Readonly<Record<string, unknown>>;
  readonly values: InputValues;
}

/** Tells the app that a button was pressed or a choice made. */
export async function press(team: Team, pressed: Pressed): Promise<Outcome> {
  const { as, container, action, values } = pressed;
  const place = placeOf(team, as, container);
  if (!place) return failed('This message or window is not there any more.');
  const placed = elementsIn(blocksOf(place)).find(
    (one) => one.actionId === action.action_id && one.blockId === action.block_id,
  );
  if (!placed) return failed('This has changed in the meantime. Look at it again.');
  if (place.kind === 'message') tellDeed(team, as, place.message.channel, placed);
  const viewId = place.kind === 'view' ? place.stored.id : undefined;
  const answer = await team.app.ask({
    type: 'interactive',
    takesAnswer: false,
    payload: {
      type: 'block_actions',
      ...whoAndWhere(team, as),
      ...whereabouts(team, place, withChoice(values, placed, action)),
      trigger_id: team.triggers.issue(as, viewId),
      ...responseUrl(team, as, place),
      actions: [actionObject(team, placed, action)],
    },
  });
  const reason = whyNot(team, answer);
  return reason ? failed(reason) : done;
}

/** Pressing something with words on it is worth telling; a choice in a list is not. */
function tellDeed(team: Team, user: string, channel: string, { element }: PlacedElement): void {
  const label = z.looseObject({ text: z.string() }).safeParse(element.text).data?.text;
  if (label === undefined) return;
  team.feed.tell({ type: 'deed', deed: { user, did: 'presses', channel, text: label } });
}

function responseUrl(team: Team, user: string, place: Place): object {
  if (place.kind === 'view') return {};
  const { channel, ts } = place.message;
  const path = team.responseUrls.issue('actions', { channel, ts, user });
  return { response_url: `${team.origin()}${path}` };
}

/** What the app declared comes from the stored message; only the person's choice comes from the page. */
function actionObject(team: Team, placed: PlacedElement, action: Pressed['action']): object {
  const { element } = placed;
  const name = placed.type === 'overflow' ? 'selected_option' : valueName(placed.type);
  return {
    type: placed.type,
    action_id: placed.actionId,
    block_id: placed.blockId,
    ...(element.text !== undefined && { text: element.text }),
    ...(element.style !== undefined && { style: element.style }),
    ...(placed.type === 'feedback_buttons'
      ? { value: action.value }
      : element.value !== undefined && { value: element.value }),
    ...(name !== undefined && { [name]: action[name] ?? null }),
    action_ts: team.ids.ts(),
  };
}

/** The choice that was just made is part of the state already. */
function withChoice(
  values: InputValues,
  placed: PlacedElement,
  action: Pressed['action'],
): InputValues {
  const name = valueName(placed.type);
  if (name === undefined || action[name] === undefined) return values;
  const chosen = { type: placed.type, [name]: action[name] };
  return layered(values, valuesFrom([{ placed, value: chosen }]));
}
