import type { ContainerBlock, KnownBlock } from '@slack/types';
import { useState } from 'preact/hooks';
import { withBlockIds } from '../elements/input-element.ts';
import { PlainText, TextView } from '../text/text-object.tsx';
import { BlockView } from './block-view.tsx';
import { BlockBoundary } from './boundary.tsx';
import { RichTextView } from './rich-text-block.tsx';

/** A box with a title around other blocks; it folds when the app allows it. */
function ContainerView({ block }: { readonly block: ContainerBlock }) {
  const [open, setOpen] = useState(block.default_collapsed !== true);
  const title = (
    <span class="container-title">
      {block.title && <PlainText text={block.title.text} />}
      {block.rich_text_title && <RichTextView block={block.rich_text_title} />}
      {block.subtitle && (
        <small>
          <TextView text={block.subtitle} />
        </small>
      )}
    </span>
  );
  return (
    <div class="block container">
      {block.is_collapsible ? (
        <button
          type="button"
          class="container-fold"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {title}
        </button>
      ) : (
        title
      )}
      {open && <BlockList blocks={block.child_blocks} />}
    </div>
  );
}

/** Blocks in order, each behind its own boundary. */
export function BlockList({ blocks }: { readonly blocks: readonly KnownBlock[] }) {
  return withBlockIds(blocks).map((block) => (
    <BlockBoundary key={block.block_id} type={block.type}>
      {block.type === 'container' ? <ContainerView block={block} /> : <BlockView block={block} />}
    </BlockBoundary>
  ));
}
