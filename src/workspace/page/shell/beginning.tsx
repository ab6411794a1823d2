import type { Channel } from '../../page-api.ts';
import { personOf, useDirectory } from '../text/people.tsx';
import { Avatar } from './avatar.tsx';

/** What stands above a conversation's first message. */
export function Beginning({ channel }: { readonly channel: Channel }) {
  const directory = useDirectory();
  const bot = personOf(directory, directory.bot);
  if (channel.kind === 'im') {
    return (
      <div class="beginning">
        <Avatar person={bot} />
        <h2>{channel.name}</h2>
        <p>This conversation is between you and {bot.name}. Ask a question, or say what to do.</p>
      </div>
    );
  }
  return (
    <div class="beginning">
      <h2># {channel.name}</h2>
      <p>
        This is the beginning of the channel. Write @{bot.name} with a question, or start with / to
        see the commands.
      </p>
    </div>
  );
}
