import type { Message } from '../../page-api.ts';
import { useRequests } from '../server/requests-context.ts';
import { emojiGlyph } from '../text/emoji.ts';
import { personOf, useDirectory } from '../text/people.tsx';

/** The reactions to a message; pressing one adds the person's own or takes it back. */
export function Reactions({ message }: { readonly message: Message }) {
  const requests = useRequests();
  const directory = useDirectory();
  const { channel, ts, reactions } = message;
  if (!reactions || reactions.length === 0) return null;
  return (
    <div class="reactions">
      {reactions.map(({ name, users }) => {
        const who = users.map((id) => personOf(directory, id).name).join(', ');
        return (
          <button
            type="button"
            class="reaction"
            aria-pressed={users.includes(directory.me)}
            aria-label={`${name.replaceAll('_', ' ')}, ${users.length}: ${who}`}
            title={who}
            onClick={() => void requests.post('/page/react', { channel, ts, name })}
          >
            {emojiGlyph(name) ?? `:${name}:`} {users.length}
          </button>
        );
      })}
    </div>
  );
}
