import { useMemo } from 'preact/hooks';
import type { Container, Message } from '../../page-api.ts';
import { SurfaceBlocks } from '../blocks/surface-blocks.tsx';
import { MrkdwnView } from '../text/marked-text-view.tsx';
import { FileCardView } from './file-card.tsx';
import { Reactions } from './reactions.tsx';
import { UnfurlView } from './unfurl-view.tsx';

/** What a message says: its blocks, or its text when it has none, and its files. */
export function MessageBody({ message }: { readonly message: Message }) {
  const { channel, ts, blocks, text } = message;
  const container = useMemo((): Container => ({ type: 'message', channel, ts }), [channel, ts]);
  return (
    <div class="message-body">
      {blocks.length > 0 ? (
        <SurfaceBlocks container={container} blocks={blocks} />
      ) : (
        text !== '' && <MrkdwnView text={text} />
      )}
      {message.files?.map((file) => (
        <FileCardView key={file.id} file={file} />
      ))}
      {message.unfurls?.map((unfurl) => (
        <UnfurlView key={unfurl.url} unfurl={unfurl} container={container} />
      ))}
      {message.streaming && <span class="edited">writing …</span>}
      {message.edited && <span class="edited">(edited)</span>}
      <Reactions message={message} />
    </div>
  );
}
