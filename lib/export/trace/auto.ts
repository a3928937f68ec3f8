import { valueError } from '../../errors';
import { align } from './align';
import { SAME, type Variant, inputsAt } from './inputs';
import type { Subject } from './subject';
import type { InputShape, Shapes, SizeSymbol } from './shapes';
import { type Expression, symbol } from './expression';

/**
 * Decides which dimensions without a name are dynamic. They are tried together, then one by one, and at last those of one size
 * as one. A size that the model fixes becomes a number, or an error for `Dim.DYNAMIC`.
 */
export function settleShapes(label: string, subject: Subject, shapes: Shapes): Shapes {
  const hinted = shapes.symbols.filter(({ hint }) => hint !== null);
  if (hinted.length === 0 || works(label, subject, shapes, hinted)) return shapes;
  const free = hinted.filter((one) => works(label, subject, shapes, [one]));
  let settled = shapes;
  const rest = hinted.filter((one) => !free.includes(one));
  for (const example of new Set(rest.map((one) => one.example))) {
    const group = rest.filter((one) => one.example === example);
    const [first, ...others] = group as [SizeSymbol, ...SizeSymbol[]];
    const linked = others.reduce((so, one) => substitute(so, one, symbol(first.name)), settled);
    if (others.length > 0 && works(label, subject, linked, [first])) settled = linked;
    else settled = group.reduce((so, one) => substitute(so, one, fixed(label, one)), settled);
  }
  return settled;
}

function fixed(label: string, { hint, label: text, example }: SizeSymbol): Expression {
  if (hint === 'auto') return { kind: 'number', value: example };
  throw valueError(
    `${label}: you marked ${text} as dynamic but the model fixes it at ${example}. Replace Dim.DYNAMIC by Dim.STATIC or Dim.AUTO`,
  );
}

const MOVED: Variant = { numbers: true, turned: true, halved: false };

/** Whether the model makes the same calls when these sizes are others. */
function works(label: string, subject: Subject, shapes: Shapes, changed: readonly SizeSymbol[]): boolean {
  const base = new Map(shapes.symbols.map(({ name, example }) => [name, example]));
  const other = new Map(base);
  changed.forEach(({ name, example }, i) => other.set(name, Math.max(example, 1) + 1 + i));
  try {
    const runs = [base, other].map((at, i) =>
      subject.run(inputsAt(subject.call.inputs, shapes, at, i === 0 ? SAME : MOVED)),
    );
    align(
      label,
      runs.map(({ trace }) => trace),
      () => '',
    );
    return true;
  } catch {
    return false;
  }
}

/** The shapes with an expression in the place of a symbol. */
function substitute(shapes: Shapes, { name }: SizeSymbol, by: Expression): Shapes {
  const size = (one: number | Expression): number | Expression => {
    if (typeof one === 'number' || one.kind !== 'symbol' || one.name !== name) return one;
    return by.kind === 'number' ? by.value : by;
  };
  return {
    symbols: shapes.symbols.filter((one) => one.name !== name),
    inputs: shapes.inputs.map((input): InputShape | null => input && { sizes: input.sizes.map(size) }),
  };
}
