import { show } from '../../arguments/describe';
import { value } from '../../arguments/fields';
import { closest } from '../../arguments/names';
import { valueError } from '../../errors';
import { COLOR_NAMES } from './color-names';

/** A colour: red, green and blue from 0 to 255, `'#ff8000'`, or a name such as `'red'`. */
export type Color = string | readonly [red: number, green: number, blue: number];
type Rgb = readonly [number, number, number];

/** An argument that is a colour, or several; {@link colorsFor} checks it. */
export const colorsField = value<Color | readonly Color[] | null>('a color or a list of colors', () => true, null);

function rgbOf(color: Color): Rgb {
  if (typeof color !== 'string') return color;
  const name = color.toLowerCase();
  const digits = COLOR_NAMES.get(name) ?? /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(name)?.[1];
  if (digits === undefined) {
    const near = closest(name, [...COLOR_NAMES.keys()]);
    throw valueError(`unknown color specifier: ${show(color)}${near ? `: did you mean '${near}'?` : ''}`);
  }
  const size = digits.length / 3;
  const part = (i: number): number => {
    const two = digits.slice(i * size, (i + 1) * size);
    return Number.parseInt(size === 1 ? two + two : two, 16);
  };
  return [part(0), part(1), part(2)];
}

/** Colours far apart, as torchvision chooses them. */
const palette = (count: number): Rgb[] =>
  Array.from({ length: count }, (_, i): Rgb => {
    const at = (step: number): number => (i * step) % 255;
    return [at(2 ** 25 - 1), at(2 ** 15 - 1), at(2 ** 21 - 1)];
  });

const isRgb = (given: unknown): given is Rgb =>
  Array.isArray(given) && given.length === 3 && given.every((part) => typeof part === 'number');

/** A colour for each of so many things: one for all, an array, or null for colours far apart. */
export function colorsFor(given: Color | readonly Color[] | null, count: number): Rgb[] {
  if (given === null) return palette(count);
  if (typeof given === 'string' || isRgb(given)) return new Array<Rgb>(count).fill(rgbOf(given));
  if (!Array.isArray(given)) {
    throw valueError(`colors must be a tuple or a string, or a list thereof, but got ${show(given)}.`);
  }
  const list = given as readonly Color[];
  if (list.length < count) {
    throw valueError(
      `Number of colors must be equal or larger than the number of objects, but got ${list.length} < ${count}.`,
    );
  }
  const wrong = list.find((one) => typeof one !== 'string' && !isRgb(one));
  if (wrong !== undefined) {
    throw valueError(`If passed as tuple, colors should be an RGB triplet, but got ${show(wrong)}.`);
  }
  return list.map(rgbOf);
}
