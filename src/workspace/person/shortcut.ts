import { slackMessage } from '../team/slack-message.ts';
import type { Team } from '../team/team.ts';
import { whyNot } from './app-sentences.ts';
import { placeOf, whoAndWhere } from './container.ts';
import { done, failed, type Outcome } from './outcome.ts';

export interface ShortcutUse {
  readonly as: string;
  readonly callbackId: string;
  /** For a message shortcut: the message whose menu it was chosen from. */
  readonly message?: { readonly channel: string; readonly ts: string } | undefined;
}

/** Tells the app that somebody chose one of its shortcuts. */
export async function takeShortcut(team: Team, use: ShortcutUse): Promise<Outcome> {
  const { as, callbackId, message } = use;
  const type = message ? 'message' : 'global';
  const declared = team.manifest.shortcuts.find(
    (shortcut) => shortcut.callbackId === callbackId && shortcut.type === type,
  );
  if (!declared) return failed(`The app has no ${type} shortcut ${callbackId}.`);
  const about = message ? aboutMessage(team, as, message) : {};
  if (!about) return failed('This message is not there any more.');
  const answer = await team.app.ask({
    type: 'interactive',
    takesAnswer: false,
    payload: {
      type: message ? 'message_action' : 'shortcut',
      ...whoAndWhere(team, as),
      callback_id: callbackId,
      trigger_id: team.triggers.issue(as),
      action_ts: team.ids.ts(),
      ...about,
    },
  });
  const reason = whyNot(team, answer);
  return reason ? failed(reason) : done;
}

function aboutMessage(
  team: Team,
  as: string,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): object | undefined {
  const place = placeOf(team, as, { type: 'message', channel, ts });
  if (place?.kind !== 'message' || place.message.visibleTo !== undefined) return undefined;
  const known = team.channels.get(channel);
  const path = team.responseUrls.issue('actions', { channel, ts, user: as });
  return {
    channel: { id: channel, name: known?.kind === 'im' ? 'directmessage' : known?.name },
    message: slackMessage(team, place.message),
    message_ts: ts,
    response_url: `${team.origin()}${path}`,
  };
}
