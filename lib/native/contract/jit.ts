import type { Box, Handle, JobId, Settle } from '../values';

/** What native/jit exports: modules of TorchScript, traces, and packages of AOTInductor. */

/** A TorchScript module. */
export type ScriptBox = Box<'script module'>;

/** A package of AOTInductor. */
export type PackageBox = Box<'compiled package'>;

/** A type of TorchScript, taken apart. */
export interface NativeScriptType {
  readonly kind:
    | 'Tensor'
    | 'int'
    | 'float'
    | 'bool'
    | 'str'
    | 'complex'
    | 'number'
    | 'device'
    | 'None'
    | 'Any'
    | 'Optional'
    | 'Union'
    | 'List'
    | 'Dict'
    | 'Tuple'
    | 'Future'
    | 'other';
  /** As Python writes it: `List[Tensor]`. */
  readonly text: string;
  /** The types that it is made of. */
  readonly of: readonly NativeScriptType[];
}

export interface NativeScriptAttribute {
  readonly name: string;
  readonly kind: 'parameter' | 'buffer' | 'module' | 'attribute';
  readonly type: NativeScriptType;
  /** Of a child. */
  readonly module?: ScriptBox;
  /** Of a tensor: its address, which is the same for one that is found twice, and a handle of its own. */
  readonly identity?: bigint;
  readonly tensor?: Handle;
}

export interface NativeScriptArgument {
  readonly name: string;
  readonly type: NativeScriptType;
  /** Has a default. */
  readonly optional: boolean;
  readonly keyword: boolean;
}

export interface NativeScriptMethod {
  readonly name: string;
  readonly schema: string;
  /** Without the module itself. */
  readonly arguments: readonly NativeScriptArgument[];
  /** Its result is a handle, not a tagged value. */
  readonly returnsTensor: boolean;
}

export interface NativeScriptModule {
  readonly identity: bigint;
  /** The class's name without its package. */
  readonly name: string;
  readonly attributes: readonly NativeScriptAttribute[];
  readonly constants: readonly string[];
  readonly methods: readonly NativeScriptMethod[];
}

/** A module of JavaScript, for the tracer. */
export interface TracedModule {
  readonly identity: number;
  readonly name: string;
  readonly training: boolean;
  readonly tensors: readonly [name: string, handle: Handle, isParameter: boolean][];
  readonly children: readonly [name: string, module: TracedModule][];
}

/** A node of a traced graph; of a constant also its text, its value if it is an integer, and what uses it. */
export type TracedNode =
  | readonly [kind: string, draws: boolean]
  | readonly [kind: string, text: string, integer: number | bigint | null, user: string];

/** A value of a graph: its sizes are null where they are not known, undefined for what is no tensor. */
export interface GraphValue {
  readonly name: string;
  readonly sizes: readonly number[] | null | undefined;
  readonly isObject: boolean;
  readonly uses: number;
}

/** An attribute of a node: a float, a tensor, an integer, a text, or a list of them; null for a graph. */
export type GraphAttribute =
  | { readonly f: number }
  | { readonly t: Handle }
  | number
  | bigint
  | string
  | null
  | readonly GraphAttribute[];

/** A node of a graph. */
export interface GraphNode {
  readonly kind: string;
  /** The modules that were called: `__module.net/__module.net.0`. */
  readonly scope: string;
  readonly attributes: readonly (readonly [name: string, value: GraphAttribute])[];
  readonly inputs: readonly GraphValue[];
  readonly outputs: readonly GraphValue[];
}

/** `Π sizes · factor / divisor + Σ size · weight + offset`, by inputs and their dimensions. */
export interface SizeFormula {
  readonly product: readonly (readonly [input: number, dim: number])[];
  readonly factor: number;
  readonly divisor: number;
  readonly sum: readonly (readonly [input: number, dim: number, weight: number])[];
  readonly offset: number;
}

type Extra = readonly string[];

export interface JitNative {
  jitLoad(source: string | Uint8Array, device: string | null, extra: Extra): [ScriptBox, Uint8Array[]];
  jitLoadAsync(source: string | Uint8Array, device: string | null, extra: Extra, settle: Settle): JobId;
  /** Writes a file, or without a path returns its bytes. */
  jitSave(module: ScriptBox, path: string | null, extra: Extra, contents: readonly Uint8Array[]): Uint8Array;
  jitDescribe(module: ScriptBox): NativeScriptModule;
  jitGet(module: ScriptBox, name: string): unknown;
  jitSet(module: ScriptBox, name: string, value: unknown): void;
  /** `args` in the schema's order; undefined is a default. */
  jitCall(module: ScriptBox, method: string, args: readonly unknown[]): unknown;
  jitCallAsync(module: ScriptBox, method: string, args: readonly unknown[], settle: Settle): JobId;
  jitText(module: ScriptBox, method: string, what: 'code' | 'graph' | 'inlinedGraph'): string;
  jitFreeze(module: ScriptBox, preserved: readonly string[], optimizeNumerics: boolean): ScriptBox;
  jitOptimize(module: ScriptBox, methods: readonly string[]): ScriptBox;
  jitDeepCopy(module: ScriptBox): ScriptBox;
  jitTrace(
    module: TracedModule,
    inputs: unknown,
    names: readonly string[],
    strict: boolean,
    forward: (inputs: readonly unknown[]) => unknown,
  ): ScriptBox;
  jitIsTracing(): boolean;
  jitNodes(module: ScriptBox): TracedNode[];
  /** The graph of `forward`, with the contents of all functions in place of their calls. */
  jitGraph(module: ScriptBox): {
    readonly inputs: readonly GraphValue[];
    readonly outputs: readonly GraphValue[];
    readonly nodes: readonly GraphNode[];
  };
  /** What is traced from now on belongs to this scope; null ends the innermost one. */
  jitScope(name: string | null): void;
  jitPutSizes(module: ScriptBox, places: readonly (readonly [node: number, formula: SizeFormula])[]): void;
  packageLoad(path: string, model: string, singleThreaded: boolean, runners: number, device: number): PackageBox;
  packageLoadAsync(
    path: string,
    model: string,
    singleThreaded: boolean,
    runners: number,
    device: number,
    settle: Settle,
  ): JobId;
  packageInfo(box: PackageBox): {
    readonly metadata: readonly [name: string, value: string][];
    /** The trees of the inputs and of the outputs, as JSON. */
    readonly callSpec: readonly string[];
    readonly constants: readonly string[];
  };
  packageRun(box: PackageBox, inputs: readonly Handle[]): Handle[];
  packageRunAsync(box: PackageBox, inputs: readonly Handle[], settle: Settle): JobId;
  packageLoadConstants(
    box: PackageBox,
    names: readonly string[],
    tensors: readonly Handle[],
    checkFullUpdate: boolean,
  ): void;
}
