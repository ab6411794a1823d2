import type { Message } from '../../page-api.ts';
import { ActionMenu, type MenuAction } from '../elements/action-menu.tsx';
import { useRequests } from '../server/requests-context.ts';
import { useShortcuts } from '../shell/shortcuts.ts';

const OFFERED = [
  { name: 'thumbsup', words: 'React with thumbs up' },
  { name: 'eyes', words: 'React with eyes' },
  { name: 'white_check_mark', words: 'React with a check mark' },
];

/** What can be done with a message besides answering it: react, and the app's message shortcuts. */
export function MessageMenu({ message }: { readonly message: Message }) {
  const requests = useRequests();
  const shortcuts = useShortcuts('message');
  const { channel, ts } = message;
  const actions: readonly MenuAction[] = [
    ...OFFERED.map(({ name, words }) => ({
      name: words,
      onPick: () => void requests.post('/page/react', { channel, ts, name }),
    })),
    ...shortcuts.map(({ name, description, callbackId }) => ({
      name,
      description,
      onPick: () => void requests.post('/page/shortcut', { callbackId, message: { channel, ts } }),
    })),
  ];
  return (
    <ActionMenu name="More for this message" actions={actions}>
      ⋯
    </ActionMenu>
  );
}
