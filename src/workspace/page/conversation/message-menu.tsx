import type { Message } from '../../page-api.ts';
import { ActionMenu, type MenuAction } from '../elements/action-menu.tsx';
import type { PostAnswer } from '../server/answers.ts';
import { useRequests } from '../server/requests-context.ts';
import { useShortcuts } from '../shell/shortcuts.ts';

const OFFERED = [
  { name: 'thumbsup', words: 'React with thumbs up' },
  { name: 'eyes', words: 'React with eyes' },
  { name: 'white_check_mark', words: 'React with a check mark' },
];

interface MessageMenuProps {
  readonly message: Message;
  /** Hears why something did not work, or null when it did. */
  readonly onOutcome: (failure: string | null) => void;
}

/** What can be done with a message besides answering it: react, and the app's message shortcuts. */
export function MessageMenu({ message, onOutcome }: MessageMenuProps) {
  const requests = useRequests();
  const shortcuts = useShortcuts('message');
  const { channel, ts } = message;
  async function done(answer: Promise<PostAnswer>): Promise<void> {
    const { ok, error } = await answer;
    onOutcome(ok ? null : (error ?? 'That did not work. Try again.'));
  }
  const actions: readonly MenuAction[] = [
    ...OFFERED.map(({ name, words }) => ({
      name: words,
      onPick: () => void done(requests.post('/page/react', { channel, ts, name })),
    })),
    ...shortcuts.map(({ name, description, callbackId }) => ({
      name,
      description,
      onPick: () =>
        void done(requests.post('/page/shortcut', { callbackId, message: { channel, ts } })),
    })),
  ];
  return (
    <ActionMenu name="More for this message" actions={actions}>
      ⋯
    </ActionMenu>
  );
}
