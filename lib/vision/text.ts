/** Values as Python prints them, where torchvision's modules and messages show them. */

/** A float as Python writes it: `1.0`, `0.5`, `inf`. */
export function floatText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e16) return Object.is(value, -0) ? '-0.0' : value.toFixed(1);
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  const text = String(value);
  return Math.abs(value) < 1e-4 ? value.toExponential().replace(/e-(\d)$/, 'e-0$1') : text;
}

/** A tuple as Python writes it, of numbers that are integers unless they are said to be floats. */
export function tupleText(values: readonly number[], floats = false): string {
  const texts = values.map((value) => (floats ? floatText(value) : String(value)));
  return `(${texts.join(', ')}${texts.length === 1 ? ',' : ''})`;
}

/** A list as Python writes it. */
export function listText(values: readonly number[], floats = false): string {
  return `[${values.map((value) => (floats ? floatText(value) : String(value))).join(', ')}]`;
}

/** Python's `round`: to the nearest integer, halves to the even one. */
export function roundEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  if (rest !== 0.5) return rest < 0.5 ? below : below + 1;
  return below % 2 === 0 ? below : below + 1;
}
