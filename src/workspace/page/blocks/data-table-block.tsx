import type { DataTableBlock } from '@slack/types';
import { useState } from 'preact/hooks';
import { type Cell, CellContent, isNumeric } from './table-cell.tsx';
import { TableScroll } from './table-scroll.tsx';

const DEFAULT_PAGE_SIZE = 5;

function Row({ row, header }: { readonly row: readonly Cell[]; readonly header: number }) {
  return (
    <tr>
      {row.map((cell, column) =>
        column === header ? (
          <th scope="row">
            <CellContent cell={cell} />
          </th>
        ) : (
          <td class={isNumeric(cell) ? 'align-right' : ''}>
            <CellContent cell={cell} />
          </td>
        ),
      )}
    </tr>
  );
}

function Pager(props: {
  readonly caption: string;
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}) {
  const { page, pages, onPage } = props;
  return (
    <nav class="pager" aria-label={`Pages of ${props.caption}`}>
      <button
        type="button"
        class="button quiet"
        disabled={page === 0}
        onClick={() => onPage(page - 1)}
      >
        Previous
      </button>
      <span aria-live="polite">
        Page {page + 1} of {pages}
      </span>
      <button
        type="button"
        class="button quiet"
        disabled={page === pages - 1}
        onClick={() => onPage(page + 1)}
      >
        Next
      </button>
    </nav>
  );
}

/** A table with a caption that shows a few rows at a time. */
export function DataTableView({ block }: { readonly block: DataTableBlock }) {
  const [head = [], ...rows] = block.rows;
  const size = Math.max(1, block.page_size ?? DEFAULT_PAGE_SIZE);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const [wanted, setPage] = useState(0);
  const page = Math.min(wanted, pages - 1);
  return (
    <div class="block data-table">
      <TableScroll name={block.caption}>
        <table>
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {head.map((cell, column) => (
                <th scope="col" class={isNumeric(rows[0]?.[column]) ? 'align-right' : ''}>
                  <CellContent cell={cell} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(page * size, (page + 1) * size).map((row) => (
              <Row row={row} header={block.row_header_column_index ?? -1} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      {pages > 1 && <Pager caption={block.caption} page={page} pages={pages} onPage={setPage} />}
    </div>
  );
}
