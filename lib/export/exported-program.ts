import { saveToBuffer } from '../serialization/save';
import type { Tensor } from '../ops/tensor-methods';
import type { Program } from './schema/program';

/** What an exported program is made of: the graph, and the tensors that it refers to. @internal */
export interface ProgramParts {
  /** The graph, its signature, ranges and trees. */
  readonly program: Program;
  /** Parameters (nn.Parameter) and persistent buffers by Python's dotted names, in the order of the module. */
  readonly stateDict: ReadonlyMap<string, Tensor>;
  /** Tensor constants, and buffers that are not persistent. */
  readonly constants: ReadonlyMap<string, Tensor>;
  /** What `torch.save` writes of `(args, kwargs)`; empty where there are none. See {@link encodeInputs}. */
  readonly exampleInputs: Uint8Array;
}

/** A model as a graph of operators, with its parameters: what `torch.export` makes. */
export class ExportedProgram {
  /** @internal */
  readonly parts: ProgramParts;

  private constructor(parts: ProgramParts) {
    this.parts = parts;
  }

  /** The program of a graph and its tensors. @internal */
  static of(parts: ProgramParts): ExportedProgram {
    return new ExportedProgram(parts);
  }
}

/** Example inputs as an archive keeps them: positional ones as a tuple, the others as a dict. @internal */
export function encodeInputs(args: readonly unknown[], kwargs: Readonly<Record<string, unknown>>): Uint8Array {
  return saveToBuffer(Object.freeze([Object.freeze([...args]), { ...kwargs }]));
}
