import type { TableBlock } from '@slack/types';
import { CellContent } from './table-cell.tsx';
import { TableScroll } from './table-scroll.tsx';

/** A table whose first row names the columns. */
export function TableView({ block }: { readonly block: TableBlock }) {
  const [head = [], ...rows] = block.rows;
  const look = (column: number): string => {
    const { align = 'left', is_wrapped = false } = block.column_settings?.[column] ?? {};
    return `align-${align}${is_wrapped ? ' wrapped' : ''}`;
  };
  return (
    <TableScroll name="Table" class="block">
      <table>
        <thead>
          <tr>
            {head.map((cell, column) => (
              <th scope="col" class={look(column)}>
                <CellContent cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, column) => (
                <td class={look(column)}>
                  <CellContent cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
