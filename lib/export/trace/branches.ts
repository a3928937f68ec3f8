import { isGradEnabled } from '../../autograd/modes';
import { runtimeError, typeError } from '../../errors';
import { native } from '../../native/binding';
import { clone } from '../../ops/generated/functions';
import type { Choice } from '../../ops/python/branches';
import { type Tensor, handleOf, isTensor } from '../../ops/tensor-methods';
import { getRngState, setRngState } from '../../tensor/generator';
import { type SeenTensor, type TracedBranch, type TracedCall, tensorsIn, withoutDead } from './calls';
import { schemaOf } from './encode';
import { type Tree, flatten, rebuild } from './tree';

const LABEL = 'torch.cond';

/** One of the two functions has run: the calls from `start` to `end` of the recording are its. */
interface Ran {
  readonly start: number;
  readonly end: number;
  readonly value: unknown;
  readonly tree: Tree;
  readonly tensors: readonly Tensor[];
  readonly outputs: readonly number[];
  readonly inner: readonly Region[];
}

/** A choice in a recording, whose calls stand in it one after the other. */
interface Region {
  readonly start: number;
  readonly end: number;
  readonly pred: number;
  readonly branches: readonly [onTrue: Ran, onFalse: Ran];
  readonly results: readonly number[];
  readonly place: string;
  readonly modules: string;
  readonly grad: boolean;
}

/** Records both functions of each `torch.cond` of a model. */
export class Branches {
  #regions: Region[] = [];

  constructor(
    private readonly place: () => string,
    private readonly modules: () => string,
  ) {}

  /** Runs both functions; what is returned is that of the chosen one. */
  record({ pred, trueFn, falseFn, operands }: Choice): unknown {
    const [start, place, modules, grad] = [native.recordedCount(), this.place(), this.modules(), isGradEnabled()];
    const [number] = native.recordedNumbers([handleOf(pred)], false) as [number];
    const chosen = native.unrecorded(() => Boolean(pred.item()));
    // The chosen one draws the random numbers that it would draw alone.
    const random = native.unrecorded(() => getRngState());
    const other = this.#run(chosen ? falseFn : trueFn, operands);
    native.unrecorded(() => setRngState(random));
    const mine = this.#run(chosen ? trueFn : falseFn, operands);
    const branches: Region['branches'] = chosen ? [mine, other] : [other, mine];
    this.#compare(branches);
    // Tensors of their own: those of the branch are values of its graph.
    const results = native.unrecorded(() => mine.tensors.map((one) => clone(one)));
    this.#regions.push({
      ...{ start, end: native.recordedCount(), pred: number, branches, place, modules, grad },
      results: native.recordedNumbers(results.map(handleOf), true),
    });
    return rebuild(mine.value, results[Symbol.iterator]());
  }

  #run(fn: Choice['trueFn'], operands: readonly unknown[]): Ran {
    const outer = this.#regions;
    this.#regions = [];
    const start = native.recordedCount();
    try {
      const value = fn(...operands);
      const tree = flatten(`${LABEL}: the result of a branch`, value);
      const known = new Set<unknown>(operands);
      const tensors = tree.leaves.map(({ value: leaf }) => {
        if (!isTensor(leaf)) throw typeError(`${LABEL}: a branch returns a value that is no tensor: ${this.place()}`);
        const own = known.has(leaf) || native.isView(handleOf(leaf)) ? clone(leaf) : leaf;
        known.add(own);
        return own;
      });
      const outputs = native.recordedNumbers(tensors.map(handleOf), false);
      return { start, end: native.recordedCount(), value, tree, tensors, outputs, inner: this.#regions };
    } finally {
      this.#regions = outer;
    }
  }

  #compare([onTrue, onFalse]: Region['branches']): void {
    const differ = (what: string): Error =>
      runtimeError(`${LABEL}: the branches return ${what}, which one graph cannot hold: ${this.place()}`);
    if (JSON.stringify(onTrue.tree.spec) !== JSON.stringify(onFalse.tree.spec)) throw differ('other structures');
    onTrue.tensors.forEach((one, i) => {
      const other = onFalse.tensors[i] as Tensor;
      const [a, b] = [one, other].map(({ dtype, shape }) => `${dtype.name}[${shape.join(', ')}]`);
      if (a !== b) throw differ(`tensors of other forms, ${a} and ${b}`);
    });
  }

  /** The calls of a recording with each choice as one of them. */
  nest(calls: readonly TracedCall[], tensors: readonly SeenTensor[]): readonly TracedCall[] {
    return nest(calls, tensors, { start: 0, end: calls.length, inner: this.#regions });
  }
}

type Range = Pick<Ran, 'start' | 'end' | 'inner'>;

function nest(calls: readonly TracedCall[], tensors: readonly SeenTensor[], range: Range): TracedCall[] {
  const nested: TracedCall[] = [];
  let at = range.start;
  for (const region of range.inner) {
    nested.push(...calls.slice(at, region.start), callOf(region, calls, tensors));
    at = region.end;
  }
  return [...nested, ...calls.slice(at, range.end)];
}

function callOf(region: Region, calls: readonly TracedCall[], tensors: readonly SeenTensor[]): TracedCall {
  const { pred, results, place, modules, grad } = region;
  const branches = region.branches.map((ran): TracedBranch => {
    const inside = withoutDead(nest(calls, tensors, ran), ran.outputs);
    const branch = { calls: inside, outputs: ran.outputs };
    refuseWrites(branch, tensors);
    return branch;
  }) as [TracedBranch, TracedBranch];
  const free = [...new Set(branches.flatMap(freeIn))];
  return {
    operator: 'higher_order::cond',
    overload: '',
    inputs: [{ t: pred }, free.map((t) => ({ t }))],
    defaults: [false, false],
    results: results.map((t) => ({ t })),
    forms: results.map((id) => (tensors[id] as SeenTensor).form),
    ...{ place, modules, grad, branches },
    writes: false,
    random: branches.some((branch) => branch.calls.some(({ random }) => random)),
  };
}

/** The tensors that a branch has from outside. */
function freeIn({ calls, outputs }: TracedBranch): number[] {
  const made = new Set<number>();
  const free: number[] = [];
  const read = (id: number): void => {
    if (!made.has(id)) free.push(id);
  };
  for (const call of calls) {
    tensorsIn(call.inputs).forEach(read);
    tensorsIn(call.results).forEach((id) => made.add(id));
  }
  outputs.forEach(read);
  return free;
}

function refuseWrites(branch: TracedBranch, tensors: readonly SeenTensor[]): void {
  const storageOf = (id: number): bigint => (tensors[id] as SeenTensor).storage;
  const outside = new Set(freeIn(branch).map(storageOf));
  for (const { operator, overload, inputs, writes, place } of branch.calls) {
    if (!writes) continue;
    const written = schemaOf(operator, overload).arguments.flatMap(({ write }, i) =>
      write ? tensorsIn(inputs[i] ?? null) : [],
    );
    if (!written.some((id) => outside.has(storageOf(id)))) continue;
    throw runtimeError(
      `${LABEL}: a branch writes to a tensor that was made outside of it, which a graph cannot hold: ${place}. Return a new ` +
        'tensor instead',
    );
  }
}
