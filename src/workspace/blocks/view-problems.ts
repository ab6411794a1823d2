/** What Slack would refuse about a modal or a Home tab. */
import type { HomeView, KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { areBlocks, blockProblems } from './block-problems.ts';
import { type Problem, problemsOf } from './problem.ts';
import { identifier, plainText } from './text-objects.ts';

/** Slack's limit on a view as JSON. */
const mostBytes = 250 * 1024;

const shared = {
  private_metadata: z.string().max(3000).exactOptional(),
  callback_id: identifier.exactOptional(),
  external_id: identifier.exactOptional(),
};

const view = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('home'), ...shared, blocks: z.array(z.unknown()) }),
  z.strictObject({
    type: z.literal('modal'),
    ...shared,
    blocks: z.array(z.unknown()),
    title: plainText(24),
    submit: plainText(24).exactOptional(),
    close: plainText(24).exactOptional(),
    clear_on_close: z.boolean().exactOptional(),
    notify_on_close: z.boolean().exactOptional(),
    submit_disabled: z.boolean().exactOptional(),
  }),
]);

/** A view whose blocks have been checked. */
export type KnownView = (HomeView | ModalView) & { readonly blocks: KnownBlock[] };

export function viewProblems(candidate: unknown): readonly Problem[] {
  const parsed = view.safeParse(candidate);
  if (!parsed.success) return problemsOf(parsed.error, candidate, '/view');
  const { data } = parsed;
  const blocks = blockProblems(data.type, data.blocks).map((problem) => ({
    ...problem,
    pointer: `/view${problem.pointer}`,
  }));
  if (data.type === 'modal' && data.submit === undefined && data.blocks.some(isInput))
    return [
      ...blocks,
      { pointer: '/view', message: 'modals with input blocks must have the `submit` field' },
    ];
  return blocks;
}

export function isView(candidate: unknown): candidate is KnownView {
  return viewProblems(candidate).length === 0;
}

export function isTooLarge(candidate: unknown): boolean {
  return Buffer.byteLength(JSON.stringify(candidate) ?? '') > mostBytes;
}

function isInput(block: unknown): boolean {
  return (
    areBlocks('modal', [block]) &&
    z.looseObject({ type: z.literal('input') }).safeParse(block).success
  );
}
