import type { KnownBlock } from '@slack/types';
import type { Container } from '../../page-api.ts';
import { type Surface, SurfaceProvider, useSurfaceState } from '../elements/surface.tsx';
import { ConfirmDialog } from '../modal/confirm-dialog.tsx';
import { BlockList } from './block-list.tsx';

/** The blocks of a surface whose state somebody else keeps (a modal needs it to submit). */
export function SurfaceView(props: {
  readonly surface: Surface;
  readonly blocks: readonly KnownBlock[];
}) {
  const { surface, blocks } = props;
  const confirm = surface.asking?.confirm;
  return (
    <SurfaceProvider value={surface}>
      <BlockList blocks={blocks} />
      <p class="surface-failure" role="alert">
        {surface.failure}
      </p>
      {confirm && <ConfirmDialog confirm={confirm} onAnswer={surface.answer} />}
    </SurfaceProvider>
  );
}

/** The blocks of a message or of the Home tab. */
export function SurfaceBlocks(props: {
  readonly container: Container;
  readonly blocks: readonly KnownBlock[];
}) {
  return (
    <SurfaceView surface={useSurfaceState(props.container, props.blocks)} blocks={props.blocks} />
  );
}
