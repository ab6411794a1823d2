import { type Cell, cellText } from './reply.ts';

/** Ends of the lines of a CSV file. RFC 4180 */
const lineEnd = '\r\n';

/** What a spreadsheet would take for the beginning of a formula. R-CSV-05 */
const formula = /^[=+\-@\t\r]/;

/**
 * Rows of cells as the text of a CSV file: commas, CRLF, and quotes where RFC 4180 wants them. A cell that a spreadsheet
 * would calculate begins with an apostrophe instead. R-CSV-05
 */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => row.map((cell) => quoted(cellText(cell))).join(',') + lineEnd).join('');
}

function quoted(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
