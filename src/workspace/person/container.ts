/** The message or view a person acts in. */
import type { KnownBlock } from '@slack/types';
import type { Container, InputValues } from '../page-api.ts';
import type { StoredMessage } from '../team/message.ts';
import { slackMessage } from '../team/slack-message.ts';
import type { Team } from '../team/team.ts';
import { viewShape } from '../team/view-shape.ts';
import type { StoredView } from '../team/views.ts';
import { layered, stateOf } from './input-values.ts';

export type Place =
  | { readonly kind: 'message'; readonly message: StoredMessage }
  | { readonly kind: 'view'; readonly stored: StoredView };

/** @returns undefined when it is gone or not for this person's eyes */
export function placeOf(team: Team, as: string, container: Container): Place | undefined {
  if (container.type === 'view') {
    const stored = team.views.get(container.viewId);
    return stored?.user === as ? { kind: 'view', stored } : undefined;
  }
  const { channel, ts } = container;
  const message = team.messages.get(channel, ts) ?? team.ephemerals.get(channel, ts);
  if (!message || !team.channels.get(channel)?.members.has(as)) return undefined;
  if (message.visibleTo !== undefined && message.visibleTo !== as) return undefined;
  return { kind: 'message', message };
}

export function blocksOf(place: Place): readonly KnownBlock[] {
  return place.kind === 'message' ? place.message.blocks : place.stored.view.blocks;
}

/** The parts of an interaction that say where it happened. */
export function whereabouts(
  team: Team,
  place: Place,
  values: InputValues,
): Readonly<Record<string, unknown>> {
  if (place.kind === 'view') {
    const state = stateOf(place.stored.view.blocks, layered(place.stored.values, values));
    const filled = team.views.fillIn(place.stored, state);
    return {
      container: { type: 'view', view_id: filled.id },
      view: viewShape(team, filled),
    };
  }
  const { message } = place;
  const channel = team.channels.get(message.channel);
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: message.channel,
      is_ephemeral: message.visibleTo !== undefined,
      ...(message.threadTs && { thread_ts: message.threadTs }),
    },
    channel: {
      id: message.channel,
      name: channel?.kind === 'im' ? 'directmessage' : channel?.name,
    },
    message: slackMessage(team, message, { withMetadata: true }),
    state: { values: stateOf(message.blocks, values) },
  };
}

/** The parts that every interaction has. */
export function whoAndWhere(team: Team, as: string): Readonly<Record<string, unknown>> {
  const { id, domain } = team.seed.team;
  const handle = team.people.get(as)?.handle;
  return {
    user: { id: as, username: handle, name: handle, team_id: id },
    api_app_id: team.seed.app.id,
    token: team.verification,
    team: { id, domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}
