import { useRef } from 'preact/hooks';
import { ActionMenu } from '../elements/action-menu.tsx';
import { useRequests } from '../server/requests-context.ts';
import { useShortcuts } from '../shell/shortcuts.ts';

interface ComposerMenuProps {
  readonly onFile: (file: File) => void;
  readonly onFailure: (sentence: string) => void;
}

/** Beside the text box: share a file, and the app's global shortcuts. */
export function ComposerMenu({ onFile, onFailure }: ComposerMenuProps) {
  const requests = useRequests();
  const picker = useRef<HTMLInputElement>(null);
  const shortcuts = useShortcuts('global');

  async function take(callbackId: string): Promise<void> {
    const answer = await requests.post('/page/shortcut', { callbackId });
    if (!answer.ok) onFailure(answer.error ?? 'The shortcut did not work. Try again.');
  }

  return (
    <>
      <ActionMenu
        name="Files and shortcuts"
        actions={[
          {
            name: 'Share a file',
            description: 'From this computer',
            onPick: () => picker.current?.click(),
          },
          ...shortcuts.map(({ name, description, callbackId }) => ({
            name,
            description,
            onPick: () => void take(callbackId),
          })),
        ]}
      >
        +
      </ActionMenu>
      <input
        ref={picker}
        type="file"
        class="file-picker"
        aria-label="File to share"
        tabIndex={-1}
        onChange={() => {
          const file = picker.current?.files?.[0];
          if (file) onFile(file);
          if (picker.current) picker.current.value = '';
        }}
      />
    </>
  );
}
