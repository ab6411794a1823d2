import type { ChannelRecord } from '../team/channels.ts';
import { systemLine } from '../team/posting.ts';
import type { Team } from '../team/team.ts';
import { partsOf } from '../text/typed-text.ts';
import { textWithTokens } from '../text/written-text.ts';
import { whyNot } from './app-sentences.ts';
import { done, type Outcome } from './outcome.ts';
import { respond } from './respond.ts';

/** Runs a slash command: only declared ones reach the app. */
export async function command(
  team: Team,
  { as, channel, text }: { readonly as: string; readonly channel: string; readonly text: string },
): Promise<Outcome> {
  const [, name = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const declared = team.manifest.commands.get(name);
  const say = (line: string) => systemLine(team, { channel, user: as, text: line });
  if (!declared) {
    say(`\`${name}\` is not a command here. Type / to see the commands there are.`);
    return done;
  }
  const target = { channel, user: as };
  const answer = await team.app.ask({
    type: 'slash_commands',
    takesAnswer: true,
    payload: {
      ...about(team, as, team.channels.get(channel)),
      command: name,
      text: declared.escapes
        ? textWithTokens(partsOf(rest, team.directory), { named: true })
        : rest,
      response_url: `${team.origin()}${team.responseUrls.issue('commands', target)}`,
      trigger_id: team.triggers.issue(as),
    },
  });
  const reason = whyNot(team, answer);
  if (reason) say(`\`${name}\` failed: ${reason}`);
  else if (answer.kind === 'acknowledged') respond(team, target, answer.payload);
  return done;
}

function about(team: Team, user: string, channel: ChannelRecord | undefined) {
  const names = { public: channel?.name, private: 'privategroup', im: 'directmessage' };
  return {
    token: team.verification,
    team_id: team.seed.team.id,
    team_domain: team.seed.team.domain,
    channel_id: channel?.id,
    channel_name: names[channel?.kind ?? 'public'],
    user_id: user,
    user_name: team.people.get(user)?.handle,
    api_app_id: team.seed.app.id,
    is_enterprise_install: 'false',
  };
}
