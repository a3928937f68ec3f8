import type { NativeOperator, OverloadSchema } from '../../native/contract';
import { native } from '../../native/binding';
import { FACTORIES } from '../../tensor/default-device';
import { FURTHER_ORDER, OVERLOAD_ORDER } from '../generated/overloads';
import { type Parameter, parameterOf } from './parameter';

/** What to do with the value that native code returns. */
export type ResultKind = 'tensor' | 'argument' | 'value' | 'nothing';

/** One overload of an operator: what it takes and how its result is made. Bound to native code at its first call. */
export class Overload {
  readonly parameters: readonly Parameter[];
  readonly positional: readonly Parameter[];
  readonly keywords: ReadonlyMap<string, number>;
  readonly out: readonly number[];
  readonly result: ResultKind;
  /** Where `result` is 'argument': which one comes back. */
  readonly returned: number;
  /** Whether each result is a tensor, a list of tensors (`list`), or a plain value. */
  readonly results: readonly ('tensor' | 'list' | 'value')[];
  /** A factory: takes dtype, layout, device and pinMemory, hence `requiresGrad`, too. */
  readonly factory: boolean;
  /** The place of the device in a factory that heeds the default device; otherwise -1. */
  readonly device: number;
  /** Where several numbers stand for one list, as in `x.view(2, 3)`: the list's place, or -1. */
  readonly variadic: number;
  /** Some parameter takes a number in place of a tensor. */
  readonly takesNumbers: boolean;
  #native: NativeOperator | undefined;

  constructor(
    readonly operator: string,
    readonly schema: OverloadSchema,
  ) {
    const numbers = NUMBERS_AS_TENSORS.has(operator.endsWith('_') ? operator.slice(0, -1) : operator);
    this.parameters = schema.arguments.map((argument) => parameterOf(argument, numbers));
    this.positional = this.parameters.filter((parameter) => !parameter.keyword);
    this.keywords = new Map(this.parameters.map((parameter, i) => [parameter.name, i]));
    this.out = this.parameters.flatMap((parameter, i) => (parameter.keyword && parameter.write ? [i] : []));
    this.results = schema.returns.map(({ type }) =>
      type === 'Tensor' || type === 'Tensor?' ? 'tensor' : type.startsWith('Tensor') ? 'list' : 'value',
    );
    this.returned = this.parameters.findIndex((parameter) => parameter.write);
    this.result = this.#resultKind();
    this.variadic = variadicPlace(this.positional);
    this.takesNumbers = this.parameters.some((parameter) => parameter.numbers);
    this.factory = ['dtype', 'layout', 'device', 'pinMemory'].every((name) => this.keywords.has(name));
    this.device = FACTORIES.has(operator) ? (this.keywords.get('device') ?? -1) : -1;
  }

  #resultKind(): ResultKind {
    const { returns } = this.schema;
    if (returns.length === 0) return 'nothing';
    const single = returns.length === 1;
    if (single && returns[0]?.write) return 'argument';
    return single && this.results[0] === 'tensor' ? 'tensor' : 'value';
  }

  /** Whether JavaScript can call it at all: every required parameter has a type that it knows. */
  get callable(): boolean {
    return this.parameters.every((parameter) => parameter.kind !== 'unsupported' || parameter.optional);
  }

  /** Whether a call of `count` tensors and nothing else is complete. */
  takesTensors(count: number): boolean {
    if (count > this.positional.length) return false;
    return this.parameters.every((parameter, i) =>
      i < count
        ? parameter.kind === 'Tensor' && !parameter.list && !parameter.keyword
        : parameter.optional && !this.out.includes(i),
    );
  }

  get native(): NativeOperator {
    return (this.#native ??= native.bindOperator(this.operator, this.schema.overload));
  }
}

/** The only positional parameter after the tensor, when that is a list of integers. */
function variadicPlace(positional: readonly Parameter[]): number {
  const index = positional.findIndex((parameter) => parameter.kind === 'int' && parameter.list);
  const isLast = index === positional.length - 1 && index <= 1;
  return isLast && positional.slice(0, index).every(({ kind }) => kind === 'Tensor') ? index : -1;
}

/** Operators that take a number for any tensor, as Python's do: `torch.add(2, x)`. Those in place do so as well. */
const NUMBERS_AS_TENSORS: ReadonlySet<string> = new Set([
  ...['aten::add', 'aten::sub', 'aten::mul', 'aten::div', 'aten::subtract', 'aten::multiply', 'aten::divide'],
  ...['aten::true_divide', 'aten::floor_divide', 'aten::copy'],
]);

/** Overloads that JavaScript's types cannot select; in Python they belong to TorchScript. */
const HIDDEN: ReadonlySet<string> = new Set(['dimname', 'names', 't', 'str', 'int_list', 'Tensor_out_of_place']);
const HIDDEN_ENDS = ['_dimname', '_names', 'Dimname'];

function isShown({ callable, schema: { overload } }: Overload): boolean {
  return callable && !HIDDEN.has(overload) && !HIDDEN_ENDS.some((end) => overload.endsWith(end));
}

/** The rank of `out` forms. */
const LAST = 1000;

/** The overloads of an operator in the order in which they are tried: Python's where Python shows it. */
export function overloadsOf(operator: string, order = OVERLOAD_ORDER[operator]): readonly Overload[] {
  const rank = ({ schema, out }: Overload): number => (out.length ? LAST : (order?.indexOf(schema.overload) ?? 0));
  return allOverloadsOf(operator)
    .filter((overload) => isShown(overload) && rank(overload) >= 0)
    .sort((a, b) => rank(a) - rank(b) || compare(a, b));
}

/** Every overload, those that Python hides as well. */
export function allOverloadsOf(operator: string): Overload[] {
  return native
    .operatorSchemas(operator)
    .map((schema) => new Overload(operator, schema))
    .sort(compare);
}

const UNNAMED = [''];
const NAMESPACE = 'aten::';

/**
 * What {@link overloadsOf} begins with: all but the `out` forms. They are found by name, which spares a program's first
 * calls a look at all operators. Null where the names are not known.
 */
export function frontOf(operator: string): readonly Overload[] | null {
  if (!operator.startsWith(NAMESPACE)) return null;
  const names = OVERLOAD_ORDER[operator] ?? FURTHER_ORDER[operator] ?? UNNAMED;
  const found = native.operatorSchemas(operator, names).map((schema) => new Overload(operator, schema));
  const front = found.filter((overload) => isShown(overload) && overload.out.length === 0);
  return front.length > 0 ? front : null;
}

/** Few parameters before many, then by name: the same order on every libtorch. */
function compare(a: Overload, b: Overload): number {
  return (
    a.out.length - b.out.length ||
    a.positional.length - b.positional.length ||
    a.parameters.length - b.parameters.length ||
    (a.schema.overload < b.schema.overload ? -1 : 1)
  );
}
