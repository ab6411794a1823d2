import type { KnownBlock } from '@slack/types';
import type { Ids } from '../team/ids.ts';
import { areBlocks } from './block-problems.ts';
import type { Surface } from './surfaces.ts';

/**
 * Gives every block and every element that has none a `block_id` or `action_id`, as Slack does.
 * @returns undefined when the blocks are not valid on that surface
 */
export function namedBlocks(
  surface: Surface,
  blocks: readonly unknown[],
  ids: Ids,
): KnownBlock[] | undefined {
  const named = blocks.map((block) => nameBlock(block, ids));
  return areBlocks(surface, named) ? named : undefined;
}

function nameBlock(block: unknown, ids: Ids): unknown {
  if (!isRecord(block)) return block;
  const named = { block_id: ids.of('b').slice(0, 6), ...block };
  if (block.type === 'container' && Array.isArray(block.child_blocks))
    return { ...named, child_blocks: block.child_blocks.map((child) => nameBlock(child, ids)) };
  const isRow = block.type === 'actions' || block.type === 'context_actions';
  return {
    ...named,
    ...(isRow &&
      Array.isArray(block.elements) && {
        elements: block.elements.map((element) => nameElement(element, ids)),
      }),
    ...(block.accessory !== undefined && { accessory: nameElement(block.accessory, ids) }),
    ...(block.element !== undefined && { element: nameElement(block.element, ids) }),
  };
}

function nameElement(element: unknown, ids: Ids): unknown {
  if (!isRecord(element) || element.type === 'image') return element;
  return { action_id: ids.of('a').slice(0, 6), ...element };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
