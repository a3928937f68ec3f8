/** The lengths of the longest common subsequences of all beginnings: `table[i][j]` of `a`'s first i and `b`'s first j. */
function tableOf(a: readonly string[], b: readonly string[]): number[][] {
  const table = [new Array<number>(b.length + 1).fill(0)];
  for (const word of a) {
    const above = table.at(-1) ?? [];
    const row = [0];
    for (const [j, other] of b.entries()) {
      row.push(word === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    }
    table.push(row);
  }
  return table;
}

/** The length of the longest common subsequence, in memory for one row. @internal */
export function longestCommon(a: readonly string[], b: readonly string[]): number {
  let above = new Array<number>(b.length + 1).fill(0);
  for (const word of a) {
    const row = [0];
    for (const [j, other] of b.entries()) {
      row.push(word === other ? (above[j] ?? 0) + 1 : Math.max(above[j + 1] ?? 0, row[j] ?? 0));
    }
    above = row;
  }
  return above[b.length] ?? 0;
}

/** The positions in `wanted` of one longest subsequence that `found` has, too. */
function positionsOf(found: readonly string[], wanted: readonly string[]): number[] {
  const table = tableOf(wanted, found);
  const positions: number[] = [];
  let [i, j] = [found.length, wanted.length];
  while (i > 0 && j > 0) {
    if (found[i - 1] === wanted[j - 1]) {
      positions.push(j - 1);
      i--;
      j--;
    } else if ((table[j]?.[i - 1] ?? 0) > (table[j - 1]?.[i] ?? 0)) i--;
    else j--;
  }
  return positions;
}

/** The words of a line that are in a longest common subsequence with any of the lines found, in their order. @internal */
export function unionOfCommon(found: readonly (readonly string[])[], wanted: readonly string[]): string[] {
  const positions = new Set(found.flatMap((line) => positionsOf(line, wanted)));
  return wanted.filter((_, i) => positions.has(i));
}
