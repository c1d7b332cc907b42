/** The row of the heads of the columns. */
export const HEAD = -1;

/** Row and column of a cell; row 0 is the first record. */
export type Cell = readonly [row: number, column: number];

/** So many rows PageUp and PageDown go. */
const LEAP = 12;

/**
 * The cell to which a key moves the focus, after the WAI-ARIA pattern "data grid"; undefined for a key that moves none.
 * @param range the first and the last row that are shown, and the last column
 */
export function cellAfter(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  [row, column]: Cell,
  { from, last, lastColumn }: { readonly from: number; readonly last: number; readonly lastColumn: number },
): Cell | undefined {
  // The heads stand before the first row that is shown.
  const at = row === HEAD ? from - 1 : row;
  const isWide = ctrlKey || metaKey;
  const steps: Readonly<Record<string, Cell>> = {
    ArrowDown: [at + 1, column],
    ArrowUp: [at - 1, column],
    ArrowRight: [at, column + 1],
    ArrowLeft: [at, column - 1],
    PageDown: [at + LEAP, column],
    PageUp: [at - LEAP, column],
    Home: [isWide ? from : at, 0],
    End: [isWide ? last : at, lastColumn],
  };
  const next = steps[key];
  if (next === undefined) return undefined;
  const top = row === HEAD || key === 'ArrowUp' ? HEAD : from;
  return [next[0] < from ? top : Math.min(next[0], last), Math.min(Math.max(next[1], 0), lastColumn)];
}
