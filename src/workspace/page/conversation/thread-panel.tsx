import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Channel } from '../../page-api.ts';
import { Composer, type ComposerProps } from '../composer/composer.tsx';
import type { Conversation } from '../state/conversation.ts';
import { MessageList } from './message-list.tsx';

interface ThreadPanelProps {
  readonly channel: Channel;
  readonly ts: string;
  readonly conversation: Conversation | undefined;
  readonly composer: Omit<ComposerProps, 'placeholder' | 'draftKey'>;
  readonly onClose: () => void;
  /** Stands between the messages and the box to write in. */
  readonly children?: ComponentChildren;
}

export function ThreadPanel(props: ThreadPanelProps) {
  const { channel, ts, conversation, composer, onClose } = props;
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.querySelector('textarea')?.focus(), [ts]);
  return (
    <aside
      ref={panel}
      class="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose();
      }}
    >
      <header class="thread-head">
        <div>
          <h2>Thread</h2>
          <p>{channel.kind === 'channel' ? `# ${channel.name}` : channel.name}</p>
        </div>
        <button
          type="button"
          class="button quiet icon"
          aria-label="Close the thread"
          onClick={onClose}
        >
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <MessageList
        place={`${channel.id}/${ts}`}
        name="Thread messages"
        conversation={conversation}
      />
      {props.children}
      <Composer {...composer} placeholder="Reply …" draftKey={`${channel.id}/${ts}`} />
    </aside>
  );
}
