import type { DataTableBlock, TableBlock } from '@slack/types';
import { RichTextView } from './rich-text-block.tsx';

export type Cell = TableBlock['rows'][number][number] | DataTableBlock['rows'][number][number];

export const isNumeric = (cell: Cell | undefined): boolean => cell?.type === 'raw_number';

export function CellContent({ cell }: { readonly cell: Cell }) {
  return cell.type === 'rich_text' ? <RichTextView block={cell} /> : cell.text;
}
