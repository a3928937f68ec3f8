/** How Python prints a masked tensor. */
import { unbind } from '../ops/generated/functions';
import { pythonText } from '../ops/print/python-text';
import type { Tensor } from '../ops/tensor-methods';

/** The width of a number, and of what stands for a masked-out one. */
const WIDTH = 8;
const HIDDEN = '--';

function elementText(element: Tensor): string {
  const value = element.item<number | bigint | boolean>();
  return element.dtype.isFloatingPoint ? Number(value).toFixed(4).padStart(WIDTH) : pythonText(value);
}

/** Names of floats that are no numbers, as Python writes them. */
const mended = (text: string): string =>
  text.replace(/^ *-?(NaN|Infinity)$/, (odd) =>
    odd.trim().replace('NaN', 'nan').replace('Infinity', 'inf').padStart(WIDTH),
  );

function rowText(data: Tensor, mask: Tensor): string {
  const texts = unbind(data).map((element) => mended(elementText(element)));
  const counts = mask.tolist<boolean[]>();
  const width = Math.max(...texts.map((text, i) => (counts[i] ? text.length : WIDTH)));
  return `[${texts.map((text, i) => (counts[i] ? text : HIDDEN.padStart(width))).join(', ')}]`;
}

function listText(data: Tensor, mask: Tensor): string {
  if (data.ndim === 1) return data.numel() === 0 ? '[]' : rowText(data, mask);
  const masks = unbind(mask);
  const rows = unbind(data).map((row, i) => indented(listText(row, masks[i] as Tensor)));
  return `[\n${rows.join(',\n')}\n]`;
}

const indented = (text: string): string => text.replace(/^/gm, '  ');

/** The text of data and mask. */
export function maskedText(data: Tensor, mask: Tensor): string {
  const [whole, counts] = [data.toDense(), mask.toDense()];
  if (whole.ndim > 0) return `MaskedTensor(\n${indented(listText(whole, counts))}\n)`;
  const shown = counts.item<boolean>();
  return `MaskedTensor(${shown ? mended(elementText(whole)) : HIDDEN}, ${pythonText(shown)})`;
}
