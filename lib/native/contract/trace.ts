import type { Handle } from '../values';

/** A tensor's form when a call had made it. */
export interface RecordedForm {
  readonly sizes: readonly number[];
  readonly strides: readonly number[];
  readonly offset: number;
  /** libtorch's code. */
  readonly dtype: number;
  readonly layout: number;
  readonly device: string;
  readonly requiresGrad: boolean;
}

/** A value in a call: a tensor by its place in `tensors`, a float, a complex number, a device, a generator, or itself. */
export type RecordedValue =
  | { readonly t: number }
  | { readonly f: number }
  | { readonly c: readonly [re: number, im: number] }
  | { readonly d: string }
  | { readonly g: true }
  | readonly RecordedValue[]
  | number
  | bigint
  | boolean
  | string
  | null;

/** One call of an operator. */
export interface RecordedCall {
  /** As `aten::linear`. */
  readonly operator: string;
  readonly overload: string;
  readonly inputs: readonly RecordedValue[];
  /** For each input, whether it is the schema's default. */
  readonly defaults: readonly boolean[];
  readonly results: readonly RecordedValue[];
  /** Of the tensors in `results`, one after the other. */
  readonly forms: readonly RecordedForm[];
  readonly place: string;
  /** Which modules were being called: what `modules` of `beginRecording` gave. */
  readonly modules: string;
  /** Whether autograd was on. */
  readonly grad: boolean;
  /** Writes to one of its inputs. */
  readonly writes: boolean;
  /** Draws random numbers. */
  readonly random: boolean;
}

/** A tensor that a recording has met. */
export interface RecordedTensor {
  /** 0: given at the beginning; 1: made by a call; 2: neither. */
  readonly origin: 0 | 1 | 2;
  readonly form: RecordedForm;
  /** Of one that is neither: a copy of its elements as they were when it was first used. */
  readonly elements?: Handle;
  readonly leaf: boolean;
  readonly storage: bigint;
}

export interface Recording {
  readonly calls: readonly RecordedCall[];
  readonly tensors: readonly RecordedTensor[];
  /** Places in `tensors` of the tensors that were given. */
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

export interface TraceNative {
  /**
   * Operators of this thread are recorded from now on. `place` says where in the user's JavaScript a call stands, `modules`
   * which modules are being called.
   */
  beginRecording(place: () => string, modules: () => string, inputs: readonly Handle[]): void;
  /** Ends it. `outputs` are what was computed, or null after a failure. */
  endRecording(outputs: readonly Handle[] | null): Recording | null;
  /** How many calls have been recorded so far. */
  recordedCount(): number;
  /**
   * The places of tensors in `tensors` of the recording. `made`: they are results of a call that JavaScript notes itself, and
   * depend on what the graph is given.
   */
  recordedNumbers(tensors: readonly Handle[], made: boolean): number[];
  /** Whether a tensor shows the memory of another one. */
  isView(tensor: Handle): boolean;
  /** Calls `body`, whose operators are not recorded. */
  unrecorded<T>(body: () => T): T;
}
