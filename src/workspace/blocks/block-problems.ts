/**
 * Says what Slack would refuse about a list of blocks, in Slack's manner: a sentence and a JSON
 * pointer to the place. An empty list means Slack would take the blocks.
 */
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';
import { anyBlock } from './block-schemas.ts';
import { type Problem, problemsOf } from './problem.ts';
import { isAllowedOn, mostBlocksOn, type Surface } from './surfaces.ts';

const typed = z.looseObject({ type: z.string() });
const identified = z.looseObject({ block_id: z.string() });
const markdown = z.looseObject({ type: z.literal('markdown'), text: z.string() });

/** @param surface where the blocks shall be shown; limits and allowed types depend on it */
export function blockProblems(surface: Surface, blocks: unknown): readonly Problem[] {
  if (!Array.isArray(blocks)) return [{ pointer: '/blocks', message: 'must be an array' }];
  const most = mostBlocksOn(surface);
  if (blocks.length > most)
    return [{ pointer: '/blocks', message: `no more than ${most} items allowed` }];
  return [
    ...blocks.flatMap((block, index) => problemsOfOne(surface, block, `/blocks/${index}`)),
    ...repeatedIds(blocks),
    ...tooMuchMarkdown(blocks),
    ...tooManyTables(blocks),
  ];
}

/** Narrows what came from outside to blocks, once the validator has nothing to say about them. */
export function areBlocks(surface: Surface, blocks: unknown): blocks is KnownBlock[] {
  return blockProblems(surface, blocks).length === 0;
}

function problemsOfOne(surface: Surface, block: unknown, pointer: string): readonly Problem[] {
  const shaped = typed.safeParse(block);
  if (!shaped.success) return problemsOf(shaped.error, block, pointer);
  if (!isAllowedOn(surface, shaped.data.type))
    return [{ pointer: `${pointer}/type`, message: `unsupported type: ${shaped.data.type}` }];
  const parsed = anyBlock.safeParse(block);
  return parsed.success ? [] : problemsOf(parsed.error, block, pointer);
}

function repeatedIds(blocks: readonly unknown[]): readonly Problem[] {
  const seen = new Set<string>();
  return blocks.flatMap((block, index) => {
    const id = identified.safeParse(block).data?.block_id;
    if (id === undefined) return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      {
        pointer: `/blocks/${index}/block_id`,
        message: `\`block_id\` ${id} already exists`,
      },
    ];
  });
}

function tooMuchMarkdown(blocks: readonly unknown[]): readonly Problem[] {
  const total = blocks.reduce<number>(
    (sum, block) => sum + (markdown.safeParse(block).data?.text.length ?? 0),
    0,
  );
  if (total <= 12_000) return [];
  return [{ pointer: '/blocks', message: 'markdown blocks must be less than 12001 characters' }];
}

function tooManyTables(blocks: readonly unknown[]): readonly Problem[] {
  const tables = blocks.filter((block) => typed.safeParse(block).data?.type === 'table');
  if (tables.length <= 1) return [];
  return [{ pointer: '/blocks', message: 'only one table is allowed' }];
}
