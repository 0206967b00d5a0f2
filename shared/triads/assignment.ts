/**
 * Gives every row a column of its own so that all together cost least (the Hungarian method, row after row). There are
 * at least as many columns as rows.
 *
 * @returns the column of each row
 */
export function assign(
  rows: number,
  columns: number,
  cost: (row: number, column: number) => number,
): readonly number[] {
  const rowPrice = new Float64Array(rows + 1);
  const columnPrice = new Float64Array(columns + 1);
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) addRow(row, rowOf, rowPrice, columnPrice, cost);
  const found = Array.from({ length: rows }, () => -1);
  for (let column = 1; column <= columns; column += 1) {
    const row = rowOf[column] ?? 0;
    if (row > 0) found[row - 1] = column - 1;
  }
  return found;
}

/** Finds the cheapest chain of exchanges that leaves a column for one more row. Column 0 stands for the new row's. */
function addRow(
  row: number,
  rowOf: Int32Array,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
  cost: (row: number, column: number) => number,
): void {
  const slack = new Float64Array(rowOf.length).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(rowOf.length);
  const used = new Uint8Array(rowOf.length);
  rowOf[0] = row;
  let column = 0;
  while (rowOf[column] !== 0) {
    used[column] = 1;
    const now = rowOf[column] as number;
    for (let other = 1; other < rowOf.length; other += 1) {
      if (used[other] === 1) continue;
      const reduced = cost(now - 1, other - 1) - (rowPrice[now] as number) - (columnPrice[other] as number);
      if (reduced >= (slack[other] as number)) continue;
      slack[other] = reduced;
      before[other] = column;
    }
    const next = leastOf(slack, used);
    pay(slack[next] as number, used, rowOf, rowPrice, columnPrice, slack);
    column = next;
  }
  while (column !== 0) {
    const previous = before[column] as number;
    rowOf[column] = rowOf[previous] as number;
    column = previous;
  }
}

function leastOf(slack: Float64Array, used: Uint8Array): number {
  let least = 0;
  for (let column = 1; column < slack.length; column += 1)
    if (used[column] === 0 && (least === 0 || (slack[column] as number) < (slack[least] as number))) least = column;
  return least;
}

function pay(
  by: number,
  used: Uint8Array,
  rowOf: Int32Array,
  rowPrice: Float64Array,
  columnPrice: Float64Array,
  slack: Float64Array,
): void {
  for (const [column, isUsed] of used.entries()) {
    if (isUsed === 0) slack[column] = (slack[column] as number) - by;
    else {
      const row = rowOf[column] as number;
      rowPrice[row] = (rowPrice[row] as number) + by;
      columnPrice[column] = (columnPrice[column] as number) - by;
    }
  }
}
