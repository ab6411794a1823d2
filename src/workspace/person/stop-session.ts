import { eventWrapping } from '../team/event-wrapping.ts';
import type { Team } from '../team/team.ts';
import { done, failed, type Outcome } from './outcome.ts';

export interface SessionStop {
  readonly as: string;
  readonly channel: string;
  readonly threadTs: string;
}

/**
 * The Stop button of a running agent session: ends its streams and tells the app, which has to stop
 * its work and set the session's status itself.
 */
export function stopSession(team: Team, { as, channel, threadTs }: SessionStop): Outcome {
  if (!team.channels.get(channel)?.members.has(as)) return failed('You are not in this channel.');
  if (team.agents.thread(channel, threadTs).session !== 'processing')
    return failed('There is nothing to stop any more.');
  if (!team.manifest.events.has('agent_session_stopped'))
    return failed('The app did not subscribe to agent_session_stopped.');
  const streaming = team.streams.stopIn(channel, threadTs);
  team.app.tell(
    eventWrapping(team, {
      type: 'agent_session_stopped',
      channel,
      user: as,
      thread_ts: threadTs,
      streaming_message_ts: streaming,
      event_ts: team.ids.ts(),
    }),
  );
  return done;
}
