import { useMemo, useState } from 'preact/hooks';
import type { Message } from '../../page-api.ts';
import { Avatar } from '../shell/avatar.tsx';
import { postedAt } from '../state/message-groups.ts';
import { personOf, useDirectory } from '../text/people.tsx';
import { clockTime } from '../text/slack-date.ts';
import { MessageBody } from './message-body.tsx';
import { MessageMenu } from './message-menu.tsx';

export interface MessageRowProps {
  readonly message: Message;
  /** Whether the author's name stands above it. */
  readonly leads: boolean;
  readonly replies: number;
  /** Opens the thread; left out inside a thread. */
  readonly onThread?: ((message: Message) => void) | undefined;
}

function Posted({ message }: { readonly message: Message }) {
  const at = postedAt(message);
  return (
    <time dateTime={new Date(at).toISOString()} title={new Date(at).toLocaleString()}>
      {clockTime(at)}
    </time>
  );
}

function Author({ message }: { readonly message: Message }) {
  const person = personOf(useDirectory(), message.user);
  return (
    <div class="author">
      <strong>{person.name}</strong>
      {person.isBot && <span class="app-badge">APP</span>}
      <Posted message={message} />
    </div>
  );
}

function ThreadLinks({ message, replies, onThread }: MessageRowProps) {
  const [failure, setFailure] = useState<string | null>(null);
  if (onThread === undefined) return null;
  return (
    <>
      {replies > 0 && (
        <button type="button" class="replies" onClick={() => onThread(message)}>
          {replies} {replies === 1 ? 'reply' : 'replies'} <span>View thread</span>
        </button>
      )}
      {message.ephemeral !== true && (
        <div class="hover-actions">
          <button type="button" class="button plain" onClick={() => onThread(message)}>
            Reply in thread
          </button>
          <MessageMenu message={message} onOutcome={setFailure} />
        </div>
      )}
      {failure !== null && (
        <p class="input-error" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

/** One message. It is drawn anew only when something about it changed. */
export function MessageRow(props: MessageRowProps) {
  const { message, leads, replies, onThread } = props;
  const directory = useDirectory();
  return useMemo(() => {
    if (message.system) {
      return (
        <article class="message system" data-ts={message.ts}>
          <MessageBody message={message} />
        </article>
      );
    }
    const kind = `${leads ? ' leads' : ''}${message.ephemeral ? ' ephemeral' : ''}`;
    return (
      <article class={`message${kind}`} data-ts={message.ts}>
        <div class="gutter">
          {leads ? (
            <Avatar person={personOf(directory, message.user)} />
          ) : (
            <Posted message={message} />
          )}
        </div>
        <div class="message-main">
          {message.ephemeral && leads && <p class="only-you">Only visible to you</p>}
          {leads && <Author message={message} />}
          <MessageBody message={message} />
          <ThreadLinks message={message} leads={leads} replies={replies} onThread={onThread} />
        </div>
      </article>
    );
  }, [message, leads, replies, onThread, directory]);
}
