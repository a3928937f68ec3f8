import { runtimeError } from '../../errors';
import { equal } from './equal';
import {
  type RecordedForm,
  type RecordedValue,
  type Trace,
  type TracedBranch,
  type TracedCall,
  tensorsIn,
} from './calls';

/** A number that differs between the runs: its value in each. */
export interface Varying {
  readonly varying: readonly number[];
  readonly float: boolean;
}

/** A value of a call in all runs: what is the same in all of them, and numbers that differ. */
export type Merged = Exclude<RecordedValue, readonly RecordedValue[]> | Varying | readonly Merged[];

/** One call in all runs. */
export interface MergedCall extends Omit<TracedCall, 'inputs' | 'branches'> {
  readonly inputs: readonly Merged[];
  readonly branches?: readonly [onTrue: MergedBranch, onFalse: MergedBranch];
  /** For each run, the forms of the tensors that it made. */
  readonly runs: readonly (readonly RecordedForm[])[];
}

/** One function of a choice in all runs. */
export interface MergedBranch {
  readonly calls: readonly MergedCall[];
  readonly outputs: readonly number[];
}

/** Finds that runs with other inputs have made the same calls, and which numbers differ. */
export function align(label: string, traces: readonly Trace[], describe: (run: number) => string): MergedCall[] {
  const [base, ...others] = traces as [Trace, ...Trace[]];
  const pairs = others.map((other, i) => new Pair(label, base, other, describe(i + 1)));
  const calls = mergeLists([base, ...others], pairs);
  pairs.forEach((pair) => pair.finish());
  return calls;
}

type Calls = Pick<TracedBranch, 'calls'>;

/** The calls of one graph in all runs. */
function mergeLists([base, ...others]: readonly Calls[], pairs: readonly Pair[]): MergedCall[] {
  const merged = (base as Calls).calls.map((call, i) => {
    const same = pairs.map((pair, k) => pair.next(call, others[k]?.calls[i]));
    return merge(call, same, pairs);
  });
  pairs.forEach((pair, k) => pair.end(base as Calls, others[k] as Calls));
  return merged;
}

function merge(call: TracedCall, others: readonly TracedCall[], pairs: readonly Pair[]): MergedCall {
  const { branches, ...rest } = call;
  const made: MergedCall = {
    ...rest,
    inputs: call.inputs.map((value, i) =>
      mergeValues([value, ...others.map(({ inputs }) => inputs[i] as RecordedValue)]),
    ),
    runs: [call, ...others].map(({ forms }) => forms),
  };
  if (!branches) return made;
  const [onTrue, onFalse] = branches.map((branch, i): MergedBranch => {
    const same = others.map((other) => other.branches?.[i] as TracedBranch);
    const calls = mergeLists([branch, ...same], pairs);
    pairs.forEach((pair, k) => pair.outputs(call, branch, same[k] as TracedBranch));
    return { calls, outputs: branch.outputs };
  }) as [MergedBranch, MergedBranch];
  return { ...made, branches: [onTrue, onFalse] };
}

/** Values whose kinds agree, as {@link Pair} has checked. */
function mergeValues(values: readonly RecordedValue[]): Merged {
  const [first] = values as [RecordedValue];
  if (Array.isArray(first)) {
    return first.map((_, i) =>
      mergeValues(values.map((value) => (value as readonly RecordedValue[])[i] as RecordedValue)),
    );
  }
  const float = values.some(isFloat);
  const numbers = values.map(numberIn);
  if (numbers.every((value) => Object.is(value, numbers[0]))) return first;
  return { varying: numbers as number[], float };
}

const isFloat = (value: RecordedValue): boolean => typeof value === 'object' && value !== null && 'f' in value;

function numberIn(value: RecordedValue): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'object' && value !== null && 'f' in value ? value.f : null;
}

/** Two runs side by side. */
class Pair {
  /** Which tensor of the other run stands for one of the first. */
  readonly #partners: (number | undefined)[] = [];

  constructor(
    private readonly label: string,
    private readonly base: Trace,
    private readonly other: Trace,
    private readonly what: string,
  ) {
    base.inputs.forEach((id, i) => (this.#partners[id] = other.inputs[i]));
  }

  /** The call of the other run that stands for one of the first; throws where it is another one. */
  next(call: TracedCall, other: TracedCall | undefined): TracedCall {
    if (!other || !this.#matches(call, other)) throw this.#differs(call, other);
    const [made, partners] = [tensorsIn(call.results), tensorsIn(other.results)];
    made.forEach((id, k) => (this.#partners[id] = partners[k]));
    return other;
  }

  /** Behind the last call of a graph there must be none in the other run. */
  end({ calls }: Calls, other: Calls): void {
    const extra = other.calls[calls.length];
    if (extra) throw this.#differs(undefined, extra);
  }

  /** The results of a branch have to be the same ones. */
  outputs(call: TracedCall, { outputs }: TracedBranch, other: TracedBranch): void {
    if (outputs.every((id, i) => this.#same(id, other.outputs[i], call))) return;
    throw this.#differs(call, call);
  }

  finish(): void {
    const same = this.base.outputs.every((id, i) => this.#same(id, this.other.outputs[i]));
    if (same && this.base.outputs.length === this.other.outputs.length) return;
    throw runtimeError(`${this.label}: forward returns different values ${this.what}; one graph cannot do both`);
  }

  #matches(a: TracedCall, b: TracedCall): boolean {
    return (
      a.operator === b.operator &&
      a.overload === b.overload &&
      a.forms.length === b.forms.length &&
      a.forms.every((form, i) => form.sizes.length === b.forms[i]?.sizes.length && form.dtype === b.forms[i].dtype) &&
      a.inputs.every((value, i) => this.#agrees(value, b.inputs[i] as RecordedValue, a))
    );
  }

  #agrees(a: RecordedValue, b: RecordedValue, call: TracedCall): boolean {
    if (Array.isArray(a)) {
      return (
        Array.isArray(b) &&
        a.length === b.length &&
        a.every((item, i) => this.#agrees(item as RecordedValue, b[i] as RecordedValue, call))
      );
    }
    if (typeof a === 'object' && a !== null && 't' in a) {
      return typeof b === 'object' && b !== null && 't' in b && this.#same(a.t, b.t, call);
    }
    // In one run a quotient may be an integer, and none in another.
    if (numberIn(a) !== null) return numberIn(b) !== null;
    return JSON.stringify(a, bigints) === JSON.stringify(b, bigints);
  }

  #same(a: number, b: number | undefined, call?: TracedCall): boolean {
    if (b === undefined) return false;
    const known = this.#partners[a];
    if (known !== undefined) return known === b;
    const [one, other] = [this.base.tensors[a]?.elements, this.other.tensors[b]?.elements];
    if (!one || !other) return false;
    if (!equal(one, other)) throw this.#otherElements(call);
    this.#partners[a] = b;
    return true;
  }

  #otherElements(call: TracedCall | undefined): Error {
    return runtimeError(
      `${this.label}: a tensor that no operator made has different elements ${this.what}: ${call?.place ?? 'an output'}. ` +
        'It was made from numbers of JavaScript, or kept from an earlier call. Compute it with operators from the ' +
        'inputs (torch.arange, torch.full), or make it a buffer of the largest size and take a slice of it',
    );
  }

  #differs(a: TracedCall | undefined, b: TracedCall | undefined): Error {
    const text = (call: TracedCall | undefined): string =>
      call ? `${call.operator.replace('::', '.')} at ${call.place}` : 'the end of forward';
    return runtimeError(
      `${this.label}: forward takes a different path ${this.what}: ${text(a)} with the example inputs, ${text(b)} with the ` +
        'others. A graph has one path; choose between values with torch.where, and leave sizes that decide the path out of ' +
        'dynamicShapes',
    );
  }
}

const bigints = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `${value}n` : value);
