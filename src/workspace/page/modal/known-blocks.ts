import type { AnyBlock, KnownBlock } from '@slack/types';

const isKnown = (block: AnyBlock): block is KnownBlock => block.type !== '';

/** A view's blocks; types this page does not draw are named in their place by the block list. */
export const knownBlocks = (blocks: readonly AnyBlock[]): readonly KnownBlock[] =>
  blocks.filter(isKnown);
