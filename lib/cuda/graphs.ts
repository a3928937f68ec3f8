/** Graphs of a GPU's work: captured once, and then started as a whole. */
import type { Synchronous } from '../arguments/synchronous';
import { bool, choice, keyword, nullable, str, value } from '../arguments/fields';
import { readArguments, refuseSurplus, requireInstance, takesNothing } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { type ModeGuard, during, guard } from '../autograd/modes';
import { native } from '../native/binding';
import type { GraphBox } from '../native/contract/cuda';
import { emptyCache } from './memory';
import { synchronize } from './device';
import { Stream, stream as onStream } from './stream';

/** Which memory the tensors of a graph lie in; graphs that name the same share it. */
export type GraphPool = readonly [number, number];

const MODES = ['default', 'global', 'threadLocal', 'relaxed'] as const;
/** What is forbidden while a graph is captured. */
export type CaptureErrorMode = (typeof MODES)[number];

const isPool = (v: unknown): boolean =>
  Array.isArray(v) && v.length === 2 && v.every((id) => Number.isSafeInteger(id) && id >= 0);
const POOL = nullable(value<GraphPool>('a pool: two numbers', isPool));
const KEEP = { keepGraph: bool(false) };
const BEGIN = { pool: POOL, captureErrorMode: choice(MODES, 'global') };
const ACCELERATOR = { ...KEEP, pool: keyword(POOL), captureErrorMode: keyword(choice(MODES, 'default')) };
const DUMP = { path: str() };

/** What both kinds of graphs do. */
abstract class CapturedGraph {
  readonly #box: GraphBox;

  protected constructor(keep: boolean) {
    this.#box = native.newGraph(keep);
  }

  protected begin(pool: GraphPool | null, mode: CaptureErrorMode): void {
    native.graphBegin(this.#box, pool, MODES.indexOf(mode));
  }

  /** Ends to capture. */
  captureEnd(...args: []): void {
    takesNothing('captureEnd', args);
    native.graphEnd(this.#box);
  }

  /** Makes the graph ready to start. It happens by itself, unless the graph is kept. */
  instantiate(...args: []): void {
    takesNothing('instantiate', args);
    native.graphInstantiate(this.#box);
  }

  /** Starts the work that was captured, with what the same tensors hold now. */
  replay(...args: []): void {
    takesNothing('replay', args);
    native.graphReplay(this.#box);
  }

  /** Forgets what was captured. */
  reset(...args: []): void {
    takesNothing('reset', args);
    native.graphReset(this.#box);
  }

  /** The memory of its tensors, for other graphs to share. */
  pool(...args: []): GraphPool {
    takesNothing('pool', args);
    return native.graphPool(this.#box);
  }

  /** Keeps what {@link debugDump} writes. */
  enableDebugMode(...args: []): void {
    takesNothing('enableDebugMode', args);
    native.graphDebug(this.#box);
  }

  /** Writes the graph to a file. */
  debugDump(...args: [path: string]): void {
    native.graphDump(this.#box, readArguments('debugDump', DUMP, args).path);
  }
}

/** The options of {@link Graph}. */
export interface GraphOptions {
  /** Keep the graph itself; it is then made ready by `instantiate` or the first `replay`. @defaultValue false */
  readonly keepGraph?: boolean;
  /** The memory of its tensors. @defaultValue null, for memory of its own */
  readonly pool?: GraphPool | null;
  /** What is forbidden meanwhile: in all threads (`global`), in this one, or nothing (`relaxed`). @defaultValue 'default' */
  readonly captureErrorMode?: CaptureErrorMode;
}

/**
 * A graph of an accelerator's work.
 *
 * @throws TorchError where there is no accelerator.
 * @see https://docs.pytorch.org/docs/2.13/accelerator.html#torch.accelerator.Graph
 * @example
 * ```ts
 * const graph = new torch.accelerator.Graph();
 * const x = torch.zeros([2000], { device: 'cuda' });
 * torch.cuda.stream(new torch.cuda.Stream(), () => graph.during(() => x.add_(1)));
 * graph.replay();
 * ```
 */
export class Graph extends CapturedGraph {
  /** The memory that the next capture uses; null for memory of its own. */
  graphPool: GraphPool | null;
  /** What the next capture forbids. */
  captureErrorMode: CaptureErrorMode;

  constructor(...args: Mixed<[keepGraph?: boolean, options?: Omit<GraphOptions, 'keepGraph'>], GraphOptions>) {
    const { keepGraph, pool, captureErrorMode } = readArguments('torch.accelerator.Graph', ACCELERATOR, args);
    super(keepGraph);
    [this.graphPool, this.captureErrorMode] = [pool, captureErrorMode];
  }

  /** Captures the work of the current stream from now on. */
  captureBegin(...args: []): void {
    takesNothing('captureBegin', args);
    this.begin(this.graphPool, this.captureErrorMode);
  }

  /** Captures the work of a synchronous function. */
  during<R>(body: () => Synchronous<R>, ...surplus: []): R {
    refuseSurplus('during', 1, surplus);
    this.captureBegin();
    return during(
      'torch.accelerator.Graph',
      guard(() => this.captureEnd()),
      body,
    ) as R;
  }
}

/** What {@link CUDAGraph.captureBegin} takes. */
export interface CaptureOptions {
  /** The memory of its tensors. @defaultValue null, for memory of its own */
  readonly pool?: GraphPool | null;
  /** What is forbidden meanwhile: in all threads (`global`), in this one, or nothing (`relaxed`). @defaultValue 'global' */
  readonly captureErrorMode?: CaptureErrorMode;
}

/**
 * A graph of CUDA's work. {@link graph} captures one.
 *
 * @throws TorchError where there is no GPU.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.CUDAGraph.html
 */
export class CUDAGraph extends CapturedGraph {
  /** @param keepGraph - Keep the graph itself; it is then made ready by `instantiate` or the first `replay`. @defaultValue false */
  constructor(...args: [keepGraph?: boolean]) {
    super(readArguments('CUDAGraph', KEEP, args).keepGraph);
  }

  /** Captures the work of the current stream from now on. */
  captureBegin(...args: Mixed<[pool?: GraphPool | null, captureErrorMode?: CaptureErrorMode], CaptureOptions>): void {
    const { pool, captureErrorMode } = readArguments('captureBegin', BEGIN, args);
    this.begin(pool, captureErrorMode);
  }
}

let pools = 0;

/** A new pool of memory, which several graphs can share. */
export function graphPoolHandle(...args: []): GraphPool {
  takesNothing('graphPoolHandle', args);
  // Those of graphs differ in the first number, and libtorch counts those of MemPool from 1.
  return [0, 2 ** 32 + (pools += 1)];
}

/** What {@link graph} takes. */
export interface GraphCaptureOptions extends CaptureOptions {
  /** The stream on which it is captured. @defaultValue null, for one that all captures share */
  readonly stream?: Stream | null;
}

const CAPTURE = {
  pool: POOL,
  stream: nullable(value<Stream>('a Stream', (v) => v instanceof Stream)),
  captureErrorMode: choice(MODES, 'global'),
};

let side: Stream | null = null;

/**
 * Captures the work of a function into a graph, or that until the guard ends which it returns without one.
 *
 * @param cudaGraph - The graph.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.cuda.graph.html
 * @example
 * ```ts
 * const captured = new torch.cuda.CUDAGraph();
 * const x = torch.zeros([4], { device: 'cuda' });
 * const y = torch.cuda.graph(captured, () => x.mul(2));
 * x.fill_(3);
 * captured.replay(); // y is 6
 * ```
 */
export function graph(cudaGraph: CUDAGraph, options?: GraphCaptureOptions): ModeGuard;
export function graph<R>(cudaGraph: CUDAGraph, body: () => Synchronous<R>, options?: GraphCaptureOptions): R;
export function graph<R>(
  cudaGraph: CUDAGraph,
  first?: GraphCaptureOptions | (() => R),
  second?: GraphCaptureOptions,
  ...surplus: []
): R | ModeGuard {
  refuseSurplus('torch.cuda.graph', 3, surplus);
  const target = requireInstance('torch.cuda.graph', 'cudaGraph', CUDAGraph, cudaGraph);
  const [body, options] = typeof first === 'function' ? [first, second] : [undefined, first];
  const { pool, stream, captureErrorMode } = readArguments('torch.cuda.graph', CAPTURE, options ? [options] : []);
  return during('torch.cuda.graph', capturing(target, pool, stream, captureErrorMode), body);
}

function capturing(target: CUDAGraph, pool: GraphPool | null, given: Stream | null, mode: CaptureErrorMode): ModeGuard {
  synchronize();
  emptyCache();
  native.emptyHostCache();
  const chosen = onStream(given ?? (side ??= new Stream()));
  try {
    target.captureBegin(pool, mode);
  } catch (error) {
    chosen.restore();
    throw error;
  }
  return guard(() => {
    try {
      target.captureEnd();
    } finally {
      chosen.restore();
    }
  });
}
