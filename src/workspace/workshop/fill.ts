import { failed, type Outcome } from '../person/outcome.ts';
import type { Team } from '../team/team.ts';
import { partsOf } from '../text/typed-text.ts';
import { richTextOf, textWithTokens } from '../text/written-text.ts';

const mostMessages = 20_000;

const lines = [
  'The build of web-golden is through, 40 GB as usual.',
  'Has anybody looked at the quota in eu-de lately?',
  'I will share the database image with team-data after lunch.',
  'The export took about a quarter of an hour this time.',
  'Please delete what you no longer need, we are at 80 images.',
  'Who owns app-base-2024?',
];

/** Fills a channel with talk of its people, to see how a long history feels. The app is not told. */
export function fillChannel(
  team: Team,
  { channel, count }: { readonly channel: string; readonly count: number },
): Outcome {
  const members = [...(team.channels.get(channel)?.members ?? [])].filter((id) =>
    team.people.human(id),
  );
  if (members.length === 0) return failed(`There is no channel ${channel} with people in it.`);
  if (count > mostMessages) return failed(`At most ${mostMessages} messages at a time.`);
  for (let index = 0; index < count; index += 1) {
    const line = `${index + 1}. ${lines[index % lines.length] ?? ''}`;
    const parts = partsOf(line, team.directory);
    team.messages.add({
      channel,
      ts: team.ids.ts(),
      user: members[Math.floor(index / 3) % members.length] ?? '',
      text: textWithTokens(parts),
      blocks: richTextOf(parts, 'b1'),
    });
  }
  team.feed.tell({ type: 'reset' });
  return { ok: true };
}
