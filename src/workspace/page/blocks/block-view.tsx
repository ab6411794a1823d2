import type { KnownBlock } from '@slack/types';
import { ActionsView } from './actions-block.tsx';
import { CardView, CarouselView } from './card-block.tsx';
import { ContextActionsView } from './context-actions-block.tsx';
import { DataTableView } from './data-table-block.tsx';
import { ImageBlockView } from './image-block.tsx';
import { InputView } from './input-block.tsx';
import { PlanView, TaskCardView } from './plan-block.tsx';
import { RichTextView } from './rich-text-block.tsx';
import { SectionView } from './section-block.tsx';
import { TableView } from './table-block.tsx';
import { AlertView, ContextView, HeaderView, MarkdownBlockView } from './text-blocks.tsx';
import type { WithId } from './with-id.ts';

/** A block that contains no other blocks. Types that are not known are named instead of drawn. */
export function BlockView({ block }: { readonly block: WithId<KnownBlock> }) {
  switch (block.type) {
    case 'section':
      return <SectionView block={block} />;
    case 'header':
      return <HeaderView block={block} />;
    case 'divider':
      return <hr class="block" />;
    case 'context':
      return <ContextView block={block} />;
    case 'actions':
      return <ActionsView block={block} />;
    case 'input':
      return <InputView block={block} />;
    case 'image':
      return <ImageBlockView block={block} />;
    case 'rich_text':
      return <RichTextView block={block} />;
    case 'markdown':
      return <MarkdownBlockView block={block} />;
    case 'table':
      return <TableView block={block} />;
    case 'data_table':
      return <DataTableView block={block} />;
    case 'card':
      return <CardView block={block} />;
    case 'carousel':
      return <CarouselView block={block} />;
    case 'alert':
      return <AlertView block={block} />;
    case 'context_actions':
      return <ContextActionsView block={block} />;
    case 'task_card':
      return <TaskCardView block={block} />;
    case 'plan':
      return <PlanView block={block} />;
    default:
      return <p class="not-drawn">Block type {block.type} is not drawn here.</p>;
  }
}
