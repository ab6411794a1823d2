import type { Container, Unfurl } from '../../page-api.ts';
import { SurfaceBlocks } from '../blocks/surface-blocks.tsx';
import { MrkdwnView } from '../text/marked-text-view.tsx';

/** What the app shows under a link. */
export function UnfurlView(props: { readonly unfurl: Unfurl; readonly container: Container }) {
  const { title, text, blocks } = props.unfurl;
  return (
    <div class="unfurl">
      {title !== '' && <strong>{title}</strong>}
      {text !== '' && blocks.length === 0 && <MrkdwnView text={text} />}
      {blocks.length > 0 && <SurfaceBlocks container={props.container} blocks={blocks} />}
    </div>
  );
}
