/** What the addon exports for `torch.autograd.graph` and `torch.library`. */
import type { Box, Handle, HookBox, TensorsCallback } from '../values';

export type NodeBox = Box<'Node'>;
export type SavedTensorBox = Box<'SavedTensor'>;
export type LibraryBox = Box<'Library'>;

/** A node of the graph: its address, which is its own as long as the box keeps it. */
export type NativeNode = readonly [address: number, box: NodeBox];
export type NativeEdge = readonly [node: NativeNode | null, number: number];

/** A gradient that a node takes. */
export interface NativeInput {
  /** Not of nested tensors. */
  readonly shape?: readonly number[];
  readonly dtype: number;
  readonly device: string;
  readonly nested: boolean;
}

/** An operator that a mode sees. */
export interface SeenOperator {
  readonly name: string;
  readonly overload: string;
  /** Which arguments it writes to. */
  readonly writes: readonly boolean[];
  /** Whether its result shares memory with an argument. */
  readonly view: boolean;
}

/** The values of a call, and for each of them 1 for a handle or null, 2 for a list of these, 0 for anything else. */
export type NativeCall = readonly [values: readonly unknown[], kinds: readonly number[]];

/** A mode: returns the operator's results, or undefined for those of `proceed`. */
export type NativeMode = (operator: SeenOperator, call: NativeCall) => readonly unknown[] | undefined;

export interface GraphNative {
  gradFn(handle: Handle): NativeNode | null;
  gradientEdge(handle: Handle): NativeEdge;
  outputNr(handle: Handle): number;
  nodeName(node: NodeBox): string;
  nodeNext(node: NodeBox): NativeEdge[];
  nodeSequence(node: NodeBox): bigint;
  nodeInputs(node: NodeBox): (NativeInput | null)[];
  /** The leaf whose `grad` the node adds to. */
  nodeVariable(node: NodeBox): Handle | null;
  /** Null for nodes that are not custom functions. */
  nodeSaved(node: NodeBox): (Handle | null)[] | null;
  nodeMetadata(node: NodeBox): Record<PropertyKey, unknown>;
  /** Called with the gradients of the node's inputs, then those of its outputs, and how many the first are. */
  registerNodeHook(node: NodeBox, hook: (handles: (Handle | null)[], count: number) => (Handle | null)[]): HookBox;
  registerNodePreHook(node: NodeBox, hook: TensorsCallback): HookBox;
  runEdges(
    roots: readonly (readonly [NodeBox, number])[],
    gradients: Handle[],
    retainGraph: boolean,
    createGraph: boolean,
    accumulate: boolean,
    inputs: readonly (readonly [NodeBox, number])[],
  ): (Handle | null)[];
  /** A number that tensors share which begin at the same place of memory. */
  memoryOf(handle: Handle): number;
  incrementVersions(handles: Handle[]): void;
  saveTensor(handle: Handle): SavedTensorBox;
  unpackSaved(saved: SavedTensorBox): Handle;
  detachTracked(handle: Handle): Handle;
  /** `pack` gets one tensor, and returns what gives it back in the backward of that number. */
  pushSavedHooks(pack: (handles: [Handle]) => (none: [], task: number) => [Handle]): number;
  popSavedHooks(): void;
  countSavedHooks(): number;
  disableSavedHooks(message: string | null): string | null;
  /** Whether the backward that runs now adds to all leaves, and is not asked for certain gradients. */
  backwardIntoLeaves(): boolean;
  /** -1 outside of a backward. */
  graphTaskId(): number;
  /** Once for each environment. */
  traceNodes(stack: () => string): void;
  /** The former value. */
  setMultithreading(enabled: boolean): boolean;
  isMultithreading(): boolean;
}

export interface LibraryNative {
  openLibrary(kind: string, namespace: string, key: string): LibraryBox;
  defineOperator(library: LibraryBox, namespace: string, schema: string, tags: readonly number[]): string;
  /** Null hands the call on to the next key. */
  implementOperator(
    library: LibraryBox,
    namespace: string,
    name: string,
    key: string,
    kernel: ((call: NativeCall) => readonly unknown[]) | null,
  ): void;
  closeLibrary(library: LibraryBox): void;
  operatorTags(): Record<string, number>;
  hasKernel(name: string, overload: string, key: string): boolean;
  belowAutograd<T>(body: () => T): T;
  /** Skips the kernels of a dispatch key. */
  withoutKey<T>(key: string, body: () => T): T;
  pushMode(mode: NativeMode): void;
  popMode(): void;
  proceed(): NativeCall;
}
