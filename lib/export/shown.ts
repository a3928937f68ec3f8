export { show, typeName } from '../arguments/describe';

/** A part of the way to an input: a name or a number. @internal */
export type Step = string | number;

/** `x['mask'][0]`, as Python writes the way to an input. @internal */
export function pathTo([first, ...rest]: readonly Step[]): string {
  const steps = rest.map((step) => (typeof step === 'number' ? `[${step}]` : `['${step}']`)).join('');
  return first === undefined ? 'the input' : `${first}${steps}`;
}
