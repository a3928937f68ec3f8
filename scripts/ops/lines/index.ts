/** What editors show of a parameter of an operator. */
import { ARRAYS } from './arrays';
import { KERNELS } from './kernels';
import { LAYERS } from './layers';
import { MATHEMATICS } from './mathematics';

/**
 * The line of a parameter, the same for every operator; or lines by operator, of which the first counts whose key fits. A
 * key is a pattern for the operator's whole name, without namespace and without the underscore of an in-place form.
 */
export type Line = string | Readonly<Record<string, string>>;

/** One line for each name of a parameter. */
export const LINES: Readonly<Record<string, Line>> = { ...ARRAYS, ...MATHEMATICS, ...LAYERS, ...KERNELS };

/** The line of a parameter of an operator, `aten::sum`. */
export function lineOf(operator: string, parameter: string): string {
  const name = operator.replace(/^\w+::/, '').replace(/_$/, '');
  const line = LINES[parameter];
  if (typeof line === 'string') return line;
  const key = Object.keys(line ?? {}).find((pattern) => new RegExp(`^(?:${pattern})$`).test(name));
  if (line === undefined || key === undefined) {
    throw new Error(`${operator}: say in scripts/ops/lines/ what its parameter ${parameter} is`);
  }
  return line[key] as string;
}
