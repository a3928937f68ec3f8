import { inspect } from 'node:util';
import { bool } from '../arguments/fields';
import { readArguments, takesNothing } from '../arguments/read';
import { load } from '../serialization/load';
import { saveToBuffer } from '../serialization/save';
import type { Parameter } from '../nn/parameter';
import type { Tensor } from '../ops/tensor-methods';
import { runtimeError, typeError } from '../errors';
import { ExportedModule } from './module';
import { GraphSignature } from './graph-signature';
import { printGraphModule, printProgram } from './print/program';
import type { Graph } from './schema/graph';
import type { ProgramParts } from './program-parts';
import { withBuffers } from './state-tree';

/** What a symbol of sizes may be, both ends included. */
export interface ValueRange {
  /** -Infinity where there is no end. */
  readonly lower: number;
  /** Infinity where there is no end. */
  readonly upper: number;
}

const MODULE = { checkGuards: bool(true) };
/** Who has it may make a program. */
const KEY = Symbol('program');

/**
 * A model as a graph of operators with its parameters: what `torch.export` makes, and what a `.pt2` file holds.
 *
 * @see https://docs.pytorch.org/docs/2.13/export.html
 * @example
 * ```ts
 * const program = torch.export.load('model.pt2');
 * console.log(String(program)); // as Python prints it
 * program.graphSignature.parameters; // ['weight', 'bias']
 * ```
 */
export class ExportedProgram {
  /** @internal */
  readonly parts: ProgramParts;
  /** Where the program comes from, for messages. */
  readonly #source: string;

  private constructor(key: symbol, parts: ProgramParts, source: string) {
    if (key !== KEY) {
      throw typeError('ExportedProgram has no public constructor; torch.export.load and torch.export.export make one');
    }
    this.parts = withBuffers(parts);
    this.#source = source;
    Object.defineProperty(this, 'parts', { enumerable: false });
  }

  /** The program of a graph and its tensors. `source` names it in messages. @internal */
  static of(parts: ProgramParts, source = 'an exported program'): ExportedProgram {
    return new ExportedProgram(KEY, parts, source);
  }

  /**
   * The graph: its nodes in the order in which they run.
   *
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.ExportedProgram.graph
   * @example
   * ```ts
   * torch.export.load('model.pt2').graph.nodes.map((node) => node.target); // ['torch.ops.aten.linear.default']
   * ```
   */
  get graph(): Graph {
    return this.parts.program.graphModule.graph;
  }

  /** What the inputs and outputs of the graph are. */
  get graphSignature(): GraphSignature {
    return new GraphSignature(this.parts.program.graphModule.signature);
  }

  /**
   * What each symbol of a size may be.
   *
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.ExportedProgram.range_constraints
   * @example
   * ```ts
   * const batch = new torch.export.Dim('batch', { min: 3, max: 64 });
   * const program = torch.export.export(new nn.Linear(4, 2), [torch.randn([8, 4])], { dynamicShapes: [{ 0: batch }] });
   * [...program.rangeConstraints.values()].map(({ lower, upper }) => [lower, upper]); // [[3, 64]]
   * ```
   */
  get rangeConstraints(): ReadonlyMap<string, ValueRange> {
    const ranges = [...this.parts.program.rangeConstraints];
    return new Map(
      ranges.map(([name, { minVal, maxVal }]) => [
        name,
        { lower: Number(minVal ?? -Infinity), upper: Number(maxVal ?? Infinity) },
      ]),
    );
  }

  /** Parameters and persistent buffers under Python's names; those of every module of this program. */
  get stateDict(): Readonly<Record<string, Tensor>> {
    return Object.fromEntries(this.parts.stateDict);
  }

  /** Tensors that the graph refers to and that are no state, and buffers that are not persistent. */
  get constants(): Readonly<Record<string, Tensor>> {
    return Object.fromEntries(this.parts.constants);
  }

  /**
   * The inputs with which the model was exported: `[args, kwargs]`, or null where the file has none. Each access reads them
   * anew.
   *
   * @throws TorchError with code `ERR_TORCH_SERIALIZATION` where they are of classes that are not read.
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.ExportedProgram.example_inputs
   */
  get exampleInputs(): readonly [args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>] | null {
    if (this.parts.exampleInputs.length === 0) return null;
    return load(this.parts.exampleInputs);
  }

  /** torch's version with which the model was exported. */
  get torchVersion(): string {
    return this.parts.program.torchVersion;
  }

  /**
   * The parameters with their names, in the order of the graph's inputs. They are those of every {@link module} of this
   * program: training one changes what {@link save} writes.
   *
   * @returns Pairs of Python's dotted name, such as `layer1.0.weight`, and an `nn.Parameter` of the shape in the model.
   * @throws TypeError for an argument: unlike `nn.Module.namedParameters` it takes none.
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.ExportedProgram.named_parameters
   * @example
   * ```ts
   * const program = torch.export.load('model.pt2');
   * program.namedParameters().map(([name]) => name); // ['weight', 'bias']
   * ```
   */
  namedParameters(...args: []): [name: string, parameter: Parameter][] {
    takesNothing('ExportedProgram.namedParameters', args);
    return this.graphSignature.parameters.map((name) => [name, this.#held(name)]);
  }

  /**
   * The parameters without their names, in the order of {@link namedParameters}: what an optimizer takes.
   *
   * @throws TypeError for an argument: unlike `nn.Module.parameters` it takes none.
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.ExportedProgram.parameters
   * @example
   * ```ts
   * const program = torch.export.load('model.pt2');
   * const optimizer = new optim.SGD(program.parameters(), { lr: 0.1 });
   * ```
   */
  parameters(...args: []): Parameter[] {
    takesNothing('ExportedProgram.parameters', args);
    return this.namedParameters().map(([, parameter]) => parameter);
  }

  /**
   * The buffers with their names, in the order of the graph's inputs; those too that no state dict has. A program that was
   * exported in train mode changes its running statistics in each call.
   *
   * @returns Pairs of Python's dotted name, such as `bn1.running_mean`, and the tensor.
   * @throws TypeError for an argument.
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.ExportedProgram.named_buffers
   * @example
   * ```ts
   * const program = torch.export.export(new nn.BatchNorm1d(4).eval(), [torch.ones([2, 4])]);
   * program.namedBuffers().map(([name]) => name); // ['running_mean', 'running_var', 'num_batches_tracked']
   * ```
   */
  namedBuffers(...args: []): [name: string, buffer: Tensor][] {
    takesNothing('ExportedProgram.namedBuffers', args);
    return this.graphSignature.buffers.map((name) => [name, this.#held(name)]);
  }

  /**
   * The buffers without their names, in the order of {@link namedBuffers}.
   *
   * @throws TypeError for an argument.
   * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.ExportedProgram.buffers
   * @example
   * ```ts
   * torch.export.load('model.pt2').buffers().length; // 0
   * ```
   */
  buffers(...args: []): Tensor[] {
    takesNothing('ExportedProgram.buffers', args);
    return this.namedBuffers().map(([, buffer]) => buffer);
  }

  #held(name: string): Tensor {
    return (this.parts.stateDict.get(name) ?? this.parts.constants.get(name)) as Tensor;
  }

  /**
   * A module that runs the program. It is called as the model was, and has the parameters and buffers of this program:
   * training it changes them, so `torch.export.save` then writes what was learned.
   *
   * @throws TorchError for a graph that this library cannot run: the message names the node.
   * @example
   * ```ts
   * const program = torch.export.load('model.pt2');
   * const model = program.module();
   * const output = model.forward(x);
   * ```
   */
  module(
    ...args: [
      checkGuards?:
        | boolean
        | {
            /** Check the conditions that the model's own code made. @defaultValue true */
            readonly checkGuards?: boolean;
          },
    ]
  ): ExportedModule {
    const { checkGuards } = readArguments('ExportedProgram.module', MODULE, args);
    return ExportedModule.of(this.parts, checkGuards, (what, cause) => {
      throw runtimeError(`${this.#source}: ${what}`, { code: 'ERR_TORCH_SERIALIZATION', cause });
    });
  }

  /**
   * The graph as Python's `graph_module.print_readable` prints it: one line for each node, with dtype, shape and device.
   *
   * @throws TypeError for an argument.
   * @see https://docs.pytorch.org/docs/2.13/fx.html#torch.fx.GraphModule.print_readable
   * @example
   * ```ts
   * console.log(torch.export.load('model.pt2').printReadable());
   * ```
   */
  printReadable(...args: []): string {
    takesNothing('ExportedProgram.printReadable', args);
    return printGraphModule(this.parts.program);
  }

  /** As Python prints it. */
  toString(): string {
    return printProgram(this.parts.program);
  }

  [inspect.custom](): string {
    return this.toString();
  }
}

/** Example inputs as an archive keeps them: positional ones as a tuple, the others as a dict. @internal */
export function encodeInputs(args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>): Uint8Array {
  return saveToBuffer(Object.freeze([Object.freeze([...args]), { ...kwargs }]));
}
