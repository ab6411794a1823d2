/** Finds what can be pressed or filled in among blocks. */
import type { KnownBlock } from '@slack/types';
import { z } from 'zod';

const Found = z.looseObject({ type: z.string(), action_id: z.string() });

export interface PlacedElement {
  readonly blockId: string;
  readonly actionId: string;
  readonly type: string;
  /** The element as the app sent it. */
  readonly element: Readonly<Record<string, unknown>>;
  /** Set when it sits in an input block. */
  readonly input?: { readonly optional: boolean; readonly dispatches: boolean };
}

export function elementsIn(blocks: readonly KnownBlock[]): readonly PlacedElement[] {
  return blocks.flatMap(elementsOf);
}

function elementsOf(block: KnownBlock): readonly PlacedElement[] {
  const at = block.block_id ?? '';
  switch (block.type) {
    case 'actions':
    case 'context_actions':
      return block.elements.flatMap((element) => placed(at, element));
    case 'section':
      return block.accessory ? placed(at, block.accessory) : [];
    case 'card':
      return (block.actions ?? []).flatMap((element) => placed(at, element));
    case 'carousel':
      return block.elements.flatMap(elementsOf);
    case 'container':
      return block.child_blocks.flatMap(elementsOf);
    case 'input':
      return placed(at, block.element).map((one) => ({
        ...one,
        input: {
          optional: block.optional === true,
          dispatches: block.dispatch_action === true,
        },
      }));
    default:
      return [];
  }
}

function placed(blockId: string, element: object): readonly PlacedElement[] {
  const parsed = Found.safeParse(element);
  if (!parsed.success) return [];
  const { type, action_id: actionId } = parsed.data;
  return [{ blockId, actionId, type, element: parsed.data }];
}
