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
  /** What `torch.save` writes of `(args, kwargs)`; empty where there are none. See `encodeInputs`. */
  readonly exampleInputs: Uint8Array;
}
