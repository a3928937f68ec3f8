import { valueError, warn } from '../../errors';
import { isTensor, type Tensor } from '../../ops/tensor-methods';
import type { Program } from '../schema/program';
import type { Argument } from '../schema/graph';
import type { InputSpec } from '../schema/signature';
import type { SymInt } from '../schema/tensor-meta';
import { type Step, pathTo, show, typeName } from '../shown';
import { type Expression, evaluate, symbolsOf } from './expression';
import { parsePython } from './python';
import { parseSympy } from './sympy';

/** The leaves of a call, and the sizes of those that are tensors: each is asked for once, since that is a native call. */
export class Given {
  readonly #sizes: (readonly number[] | undefined)[];

  constructor(readonly leaves: readonly unknown[]) {
    this.#sizes = Array<readonly number[] | undefined>(leaves.length).fill(undefined);
  }

  /** The sizes of a leaf that is a tensor. */
  sizes(leaf: number): readonly number[] {
    return (this.#sizes[leaf] ??= (this.leaves[leaf] as Tensor).shape);
  }
}

/** Fails for leaves that the program was not exported for. */
export type InputCheck = (given: Given) => void;

type Fail = (what: string) => never;

/** One size or number of the inputs, and where it stands. */
interface Size {
  readonly text: string;
  readonly read: (given: Given) => number;
}

function refuse(what: string): never {
  throw valueError(`Guard failed: ${what}`);
}

/** What a call's leaves have to fulfil, made once for a program. @internal */
export function inputChecks(
  program: Program,
  paths: readonly (readonly Step[])[],
  checkGuards: boolean,
  fail: Fail,
): InputCheck[] {
  const { signature } = program.graphModule;
  const specs = signature.inputSpecs.filter(({ type }) => type === 'user_input' || type === 'constant_input');
  if (specs.length !== paths.length) {
    fail(`its graph takes ${specs.length} inputs, and the form of a call has ${paths.length}`);
  }
  const checks = new Checks(program);
  specs.forEach((spec, i) => checks.input(spec, i, pathTo(paths[i] as readonly Step[])));
  checks.ranges();
  if (checkGuards) program.guardsCode.forEach((code) => checks.guard(code, paths));
  return checks.list;
}

class Checks {
  readonly list: InputCheck[] = [];
  /** Where a symbol is read first. */
  readonly #symbols = new Map<string, Size>();
  /** Sizes that are more than a symbol. */
  readonly #derived: [size: Size, expression: Expression][] = [];

  constructor(private readonly program: Program) {}

  input(spec: InputSpec, leaf: number, name: string): void {
    if (spec.type === 'constant_input') {
      this.#constant(spec.value.value.type === 'as_none' ? null : spec.value.value.value, leaf, name);
    } else if (spec.type === 'user_input') this.#argument(spec.value.arg, leaf, name);
  }

  #argument(arg: Argument, leaf: number, name: string): void {
    const { graph } = this.program.graphModule;
    switch (arg.type) {
      case 'as_tensor':
        return this.#tensor(graph.tensorValues.get(arg.value.name)?.sizes, leaf, name);
      case 'as_sym_int': {
        this.list.push(({ leaves }) => {
          if (Number.isSafeInteger(leaves[leaf])) return;
          throw valueError(`${name} should be an integer, got ${show(leaves[leaf])}`);
        });
        const size = arg.value.type === 'as_name' ? graph.symIntValues.get(arg.value.value) : undefined;
        if (size) this.#size(size, { text: name, read: ({ leaves }) => leaves[leaf] as number });
        return;
      }
      case 'as_none':
        return this.#constant(null, leaf, name);
      case 'as_int':
      case 'as_float':
      case 'as_bool':
      case 'as_string':
        return this.#constant(arg.value, leaf, name);
      default:
        return undefined;
    }
  }

  #constant(value: unknown, leaf: number, name: string): void {
    this.list.push(({ leaves }) => {
      const given = leaves[leaf];
      if (Object.is(given, value) || given === value || String(given) === String(value)) return;
      throw valueError(`Expected input at ${name} to be equal to ${String(value)}, but got ${show(given)}`);
    });
  }

  #tensor(sizes: readonly SymInt[] | undefined, leaf: number, name: string): void {
    const rank = sizes?.length;
    this.list.push((call) => {
      const given = call.leaves[leaf];
      if (!isTensor(given)) throw valueError(`Expected input at ${name} to be a tensor, but got ${typeName(given)}`);
      if (rank === undefined || call.sizes(leaf).length === rank) return;
      throw valueError(
        `Unexpected number of dimensions in input at ${name}.shape (expected ${rank}, got [${given.shape.join(', ')}])`,
      );
    });
    sizes?.forEach((size, axis) => {
      const read = (call: Given): number => call.sizes(leaf)[axis] as number;
      this.#size(size, { text: `${name}.size()[${axis}]`, read });
    });
  }

  #size(size: SymInt, place: Size): void {
    if (size.type === 'as_int') {
      const wanted = Number(size.value);
      this.list.push((call) => {
        const given = place.read(call);
        if (given !== wanted) refuse(`${place.text} == ${wanted}, got ${given}`);
      });
      return;
    }
    const expression = parseSympy(size.value.exprStr);
    if (expression?.kind === 'symbol') this.#symbol(expression.name, place);
    else if (expression) this.#derived.push([place, expression]);
  }

  /** The first place binds a symbol; others have to be equal to it. */
  #symbol(name: string, place: Size): void {
    const first = this.#symbols.get(name);
    if (!first) {
      this.#symbols.set(name, place);
      return this.#range(name, place);
    }
    this.list.push((call) => {
      const [given, wanted] = [place.read(call), first.read(call)];
      if (given !== wanted) refuse(`${place.text} == ${first.text}, got ${given} and ${wanted}`);
    });
  }

  #range(name: string, place: Size): void {
    const range = this.program.rangeConstraints.get(name);
    const [least, most] = [Number(range?.minVal ?? 0), Number(range?.maxVal ?? Infinity)];
    this.list.push((call) => {
      const given = place.read(call);
      // As in Python: sizes 0 and 1 are not told apart from larger ones unless a bound above 2 was asked for.
      if (least > 2 && given < least) refuse(`${place.text} >= ${least}, got ${given}`);
      if (given > most) refuse(`${place.text} <= ${most}, got ${given}`);
    });
  }

  /** Sizes such as `2*s0`: what is not bound by another size is solved for. */
  ranges(): void {
    for (const [place, expression] of this.#derived) {
      const unknown = [...symbolsOf(expression)].filter((name) => !this.#symbols.has(name));
      const [symbol] = unknown;
      if (symbol === undefined) this.#equation(place, expression);
      else if (unknown.length === 1) this.#solve(place, expression, symbol);
    }
  }

  #equation(place: Size, expression: Expression): void {
    const sources = [...symbolsOf(expression)].map((name) => (this.#symbols.get(name) as Size).text);
    this.list.push((call) => {
      const wanted = evaluate(expression, (name) => this.#symbols.get(name)?.read(call));
      const given = place.read(call);
      if (wanted === undefined || given === wanted) return;
      refuse(`${place.text} == ${wanted}, which follows from ${sources.join(', ')}, got ${given}`);
    });
  }

  /** A symbol of which a size is a linear function. */
  #solve(place: Size, expression: Expression, symbol: string): void {
    const at = (call: Given, value: number): number =>
      evaluate(expression, (name) => (name === symbol ? value : this.#symbols.get(name)?.read(call))) ?? NaN;
    const read = (call: Given): number => {
      const start = at(call, 0);
      return (place.read(call) - start) / (at(call, 1) - start);
    };
    this.list.push((call) => {
      const value = read(call);
      if (Number.isInteger(value) && at(call, value) === place.read(call)) return;
      refuse(`${place.text} has the form for which the program was exported, got ${place.read(call)}`);
    });
    const solved: Size = { text: place.text, read };
    this.#symbols.set(symbol, solved);
    this.#range(symbol, solved);
  }

  /** A condition that the model's own code made. */
  guard(code: string, paths: readonly (readonly Step[])[]): void {
    const condition = parsePython(code);
    const names = condition ? [...symbolsOf(condition)] : [];
    const sources = new Map(names.map((name) => [name, sourceOf(name, paths)]));
    if (!condition || [...sources.values()].includes(undefined)) {
      warn(`torch.export: a guard of the program is not checked: ${code.slice(0, 500)}`);
      return;
    }
    const text = names.reduce((shown, name) => shown.replaceAll(name, sources.get(name)?.text ?? name), code);
    this.list.push((call) => {
      if (evaluate(condition, (name) => sources.get(name)?.read(call)) === 0) refuse(text);
    });
  }
}

const SOURCE = /^L((?:\[(?:'[^'\\]*'|\d+)\])+)(?:\.(size|stride)\(\)\[(\d+)\])?$/;

/** What `L['x'].size()[0]` stands for. */
function sourceOf(name: string, paths: readonly (readonly Step[])[]): Size | undefined {
  const [, keys = '', property, axis] = SOURCE.exec(name) ?? [];
  const flat = /^\['flat_args'\]\[(\d+)\]$/.exec(keys);
  const leaf = flat ? Number(flat[1]) : paths.findIndex((path) => keyText(path) === keys || starText(path) === keys);
  const path = paths[leaf];
  if (!path) return undefined;
  if (property === undefined) return { text: pathTo(path), read: ({ leaves }) => Number(leaves[leaf]) };
  const found = (call: Given, tensor: Tensor): readonly number[] =>
    property === 'size' ? call.sizes(leaf) : tensor.stride();
  return {
    text: `${pathTo(path)}.${property}()[${axis}]`,
    read: (call) => {
      const given = call.leaves[leaf];
      return isTensor(given) ? (found(call, given)[Number(axis)] ?? NaN) : NaN;
    },
  };
}

/** Python's `*args` are called `args_0`, `args_1` here, and `L['args'][0]` in guards. */
function starText([first, ...rest]: readonly Step[]): string | undefined {
  const [, name, place] = /^(.+)_(\d+)$/.exec(String(first)) ?? [];
  return name === undefined ? undefined : keyText([name, Number(place), ...rest]);
}

function keyText(path: readonly Step[]): string {
  return path.map((step) => (typeof step === 'number' ? `[${step}]` : `['${step}']`)).join('');
}
