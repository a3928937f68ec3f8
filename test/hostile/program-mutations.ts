/** A file with a few bytes changed: digits and letters of its JSON more often than the rest. */
export function mutate(base: Buffer, seed: number): Buffer {
  const out = Buffer.from(base);
  let state = (seed * 2654435761 + 12345) >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  for (let i = 0; i <= next(3); i++) {
    let at = next(out.length);
    // Most bytes are padding.
    for (let k = 0; k < 20 && !/[0-9a-z":{}[\],]/i.test(String.fromCharCode(out[at] as number)); k++)
      at = next(out.length);
    const letters = '0123456789-"{}[],ex';
    out[at] = next(4) === 0 ? next(256) : letters.charCodeAt(next(letters.length));
  }
  return out;
}
