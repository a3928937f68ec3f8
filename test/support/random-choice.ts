/** A small generator of its own, so that random cases are the same in every run: picks one of the values. */
export function randomizer(seed: number): (values: readonly number[]) => number {
  let state = seed;
  return (values) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return values[Math.floor((state / 2 ** 32) * values.length)]!;
  };
}
