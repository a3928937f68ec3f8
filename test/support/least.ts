/**
 * The least of up to three measurements, the last of which is the first below `limit`. Whatever else a process or the
 * machine does can only add to a time or to memory, so what a thing really takes is in each of them.
 */
export async function leastBelow(limit: number, measure: () => number | Promise<number>): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 3 && !(least < limit); round++) least = Math.min(least, await measure());
  return least;
}
