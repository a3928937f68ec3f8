import { bool, keyword, nullable, record, value } from '../../arguments/fields';
import { readArguments } from '../../arguments/read';
import { isGradEnabled } from '../../autograd/modes';
import { messageOf } from '../../arguments/describe';
import { valueError } from '../../errors';
import { isTensor } from '../../ops/tensor-methods';
import { Module } from '../../nn/module';
import { ExportedProgram } from '../exported-program';
import { checkProgram } from './check';
import { settleShapes } from './auto';
import type { Assignment } from './expression';
import { SAME, VARIANTS, type Variant, assignments, inputsAt } from './inputs';
import { type Run, Subject } from './subject';
import { type Evidence, programOf } from './program';
import { type DynamicShapes, type Shapes, readShapes } from './shapes';
import { type ModelCall, readCall } from './signature';

const LABEL = 'torch.export.export';

const EXPORT = {
  mod: value<Module>('a Module', (given) => given instanceof Module),
  args: value<readonly unknown[]>('an array of inputs', Array.isArray),
  // An object in the last place names the other arguments.
  kwargs: { ...nullable(record<Readonly<Record<string, unknown>>>()), object: false },
  dynamicShapes: keyword(nullable(value<DynamicShapes>('an object or an array', (given) => typeof given === 'object'))),
  strict: keyword(bool(false)),
};

/** Options of {@link exportModel | torch.export.export}. */
export interface ExportOptions {
  /** Inputs that the model takes by name: its last argument, an object. @defaultValue null */
  readonly kwargs?: Readonly<Record<string, unknown>> | null;
  /**
   * Which sizes of the inputs differ between calls: for each argument, by name or in order, `{ axis: Dim }` or an array with
   * an entry for each dimension; for nested arguments a structure like theirs. Without it all sizes are fixed.
   *
   * @defaultValue null
   */
  readonly dynamicShapes?: DynamicShapes | null;
  /** Python's other way to export, which reads Python's bytecode: only `false`. @defaultValue false */
  readonly strict?: boolean;
}

/**
 * Makes a program of a model: the graph of the operators that its `forward` calls. `torch.export.save` writes it as `.pt2`,
 * which Python's `torch.export.load` reads.
 *
 * The model runs with the example inputs and then several times with others, of other sizes where `dynamicShapes` says that
 * they differ. A program that would compute something else than the model in one of these runs is an error and not a file.
 * Parameters, buffers and random numbers are afterwards what they were.
 *
 * @param mod - The model; train or eval mode stays in the program as it is now.
 * @param args - Example inputs by position: tensors, numbers, strings, booleans, null, and arrays and plain objects of them.
 * @param options - What the model takes by name, and which sizes are dynamic.
 * @returns The program, which shares the model's parameters and buffers.
 * @throws TorchError where a graph cannot hold what forward does: it reads elements (`item()`, `tolist()`), or goes another
 * way for other inputs. The message has the line of the program.
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.export
 * @example
 * const model = new nn.Sequential(new nn.Linear(4, 8), new nn.ReLU(), new nn.Linear(8, 2));
 * const batch = new torch.export.Dim('batch');
 * const program = torch.export.export(model, [torch.randn([3, 4])], { dynamicShapes: [{ 0: batch }] });
 */
export function exportModel(mod: Module, args: readonly unknown[], options?: ExportOptions): ExportedProgram;
export function exportModel(
  mod: Module,
  args: readonly unknown[],
  kwargs: Readonly<Record<string, unknown>> | null,
  options?: Omit<ExportOptions, 'kwargs'>,
): ExportedProgram;
export function exportModel(...given: readonly unknown[]): ExportedProgram {
  const { mod, args, kwargs, dynamicShapes, strict } = readArguments(LABEL, EXPORT, given);
  if (strict) {
    throw valueError(`${LABEL}: strict: true reads Python's bytecode; the only value here is false, the default`);
  }
  return exportWith(LABEL, readCall(LABEL, mod, args, kwargs ?? {}), mod, dynamicShapes).program;
}

/** The same for other functions that begin with an export. @internal */
export function exportWith(
  label: string,
  call: ModelCall,
  model: Module,
  dynamicShapes: DynamicShapes | null,
): { program: ExportedProgram; sizes: ReadonlyMap<string, string> } {
  const subject = new Subject(label, model, call);
  const shapes = settleShapes(label, subject, readShapes(label, call, dynamicShapes));
  const evidence = gather(label, subject, shapes);
  const program = ExportedProgram.of(programOf(evidence));
  checkProgram(evidence, program, unseen(shapes));
  return { program, sizes: new Map(shapes.symbols.map(({ name, label: text }) => [name, text])) };
}

/** In how many runs all sizes differ at once. */
const TOGETHER = 2;

/** Sizes of which nothing was concluded; null where all are fixed. */
function unseen({ symbols }: Shapes): Assignment | null {
  return symbols.length === 0 ? null : (assignments(symbols, TOGETHER + 1).at(-1) as Assignment);
}

/** Runs with sizes of their own that find what numbers depend on; one more only checks what was found. */
function gather(label: string, subject: Subject, shapes: Shapes): Evidence {
  const all = assignments(shapes.symbols, shapes.symbols.length === 0 ? 1 : TOGETHER);
  const describe = (run: number): string => {
    const sizes = shapes.symbols.map(({ name, label: text }) => `${text} = ${all[run]?.get(name)}`);
    return sizes.length > 0 ? `where ${sizes.join(', ')}` : 'for other elements of the inputs';
  };
  const variant = variantFor(subject, shapes, all[0] as Assignment);
  const runs = all.map((at, i): Run => {
    try {
      const values = inputsAt(subject.call.inputs, shapes, at, i === 0 ? SAME : variant);
      // The last run is compared with the program.
      return subject.run(values, isGradEnabled() && i === all.length - 1);
    } catch (error) {
      if (i === 0 || shapes.symbols.length === 0) throw error;
      throw valueError(
        `${label}: the model fails ${describe(i)}: ${messageOf(error)}\nGive Dim limits (min, max), say that only multiples ` +
          'are valid with dim.mul(n), or leave this size out of dynamicShapes',
        { cause: error },
      );
    }
  });
  return { label, subject, shapes, runs, assignments: all, variant, describe, grad: isGradEnabled() };
}

/**
 * How the elements of inputs may differ: integers can be offsets into other inputs, which stand in order. A model that fails
 * for other integers keeps those of the examples.
 */
function variantFor(subject: Subject, shapes: Shapes, at: Assignment): Variant {
  const hasIntegers = subject.call.inputs.some(({ value: one }) => isTensor(one) && !one.dtype.isFloatingPoint);
  const [first, ...rest] = VARIANTS as [Variant, ...Variant[]];
  if (!hasIntegers) return first;
  const last = rest.pop() as Variant;
  const works = (variant: Variant): boolean => {
    try {
      subject.run(inputsAt(subject.call.inputs, shapes, at, variant));
      return true;
    } catch {
      return false;
    }
  };
  return [first, ...rest].find(works) ?? last;
}
