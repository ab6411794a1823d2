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
/** What there is to know about a block without looking closely. */
const Outline = z.looseObject({
  type: z.unknown(),
  block_id: z.unknown().optional(),
  text: z.unknown().optional(),
});
type Outline = z.infer<typeof Outline>;

/** @param surface where the blocks shall be shown; limits and allowed types depend on it */
export function blockProblems(surface: Surface, blocks: unknown): readonly Problem[] {
  if (!Array.isArray(blocks)) return [{ pointer: '/blocks', message: 'must be an array' }];
  const most = mostBlocksOn(surface);
  if (blocks.length > most)
    return [{ pointer: '/blocks', message: `no more than ${most} items allowed` }];
  const outlines = blocks.map((block) => Outline.safeParse(block).data ?? { type: undefined });
  return [
    ...blocks.flatMap((block, index) => problemsOfOne(surface, block, `/blocks/${index}`)),
    ...repeatedIds(outlines),
    ...tooMuchMarkdown(outlines),
    ...tooManyTables(outlines),
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

function repeatedIds(blocks: readonly Outline[]): readonly Problem[] {
  const seen = new Set<string>();
  return blocks.flatMap(({ block_id: id }, index) => {
    if (typeof id !== 'string') return [];
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

function tooMuchMarkdown(blocks: readonly Outline[]): readonly Problem[] {
  const total = blocks.reduce(
    (sum, { type, text }) =>
      type === 'markdown' && typeof text === 'string' ? sum + text.length : sum,
    0,
  );
  if (total <= 12_000) return [];
  return [{ pointer: '/blocks', message: 'markdown blocks must be less than 12001 characters' }];
}

function tooManyTables(blocks: readonly Outline[]): readonly Problem[] {
  const tables = blocks.filter(({ type }) => type === 'table');
  if (tables.length <= 1) return [];
  return [{ pointer: '/blocks', message: 'only one table is allowed' }];
}
