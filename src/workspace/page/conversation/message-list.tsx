import { type ComponentChildren, Fragment } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Message } from '../../page-api.ts';
import type { Conversation } from '../state/conversation.ts';
import { messageGroups, stretches } from '../state/message-groups.ts';
import { dayName } from '../text/slack-date.ts';
import { MessageRow } from './message-row.tsx';
import { usePinnedScroll } from './pinned-scroll.ts';

interface MessageListProps {
  /** Which conversation it is; a new one starts at its bottom. */
  readonly place: string;
  readonly name: string;
  readonly conversation: Conversation | undefined;
  readonly repliesTo?: (message: Message) => number;
  readonly onThread?: (message: Message) => void;
  readonly onOlder?: () => void;
  /** Stands above the very first message. */
  readonly beginning?: ComponentChildren;
}

const NONE: readonly Message[] = [];
/** About how tall a message is; only decides how long the scroll bar is at first. */
const ROW_PX = 56;
const dayOf = (at: number): string => new Date(at).toDateString();

export function MessageList(props: MessageListProps) {
  const { place, conversation, onThread, onOlder } = props;
  const messages = conversation?.messages ?? NONE;
  const days = useMemo(() => messageGroups(messages, dayOf), [messages]);
  const up = conversation?.hasMore === true ? onOlder : undefined;
  const scroll = usePinnedScroll(place, messages[0]?.ts, up);

  return (
    <div
      ref={scroll.box}
      class="messages"
      role="log"
      aria-label={props.name}
      aria-live="polite"
      aria-relevant="additions"
      onScroll={scroll.onScroll}
    >
      <div ref={scroll.content} class="messages-inner">
        {conversation === undefined && <p class="loading">Loading messages …</p>}
        {up ? (
          <button type="button" class="button quiet older" onClick={up}>
            Show older messages
          </button>
        ) : (
          conversation && props.beginning
        )}
        {days.map((day) => (
          <Fragment key={dayOf(day.at)}>
            <div class="day">
              <span>{dayName(day.at, new Date())}</span>
            </div>
            {stretches(day).map((rows) => (
              <div
                class="stretch"
                key={rows[0]?.message.ts}
                style={{ containIntrinsicBlockSize: `auto ${rows.length * ROW_PX}px` }}
              >
                {rows.map(({ message, leads }) => (
                  <MessageRow
                    key={message.ts}
                    message={message}
                    leads={leads}
                    replies={props.repliesTo?.(message) ?? 0}
                    onThread={onThread}
                  />
                ))}
              </div>
            ))}
          </Fragment>
        ))}
      </div>
    </div>
  );
}
