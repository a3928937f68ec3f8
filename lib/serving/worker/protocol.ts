import type { SharedTensor } from '../../index';

/** What a serving worker is started with. */
export interface WorkerStart {
  readonly module: string;
  readonly data: unknown;
  readonly threads: number;
  readonly prepare: boolean;
  /** Weights that another worker has already; null for the first one. */
  readonly weights: Record<string, SharedTensor> | null;
}

/** Of the thread that serves. */
export type ToWorker =
  | { readonly type: 'run'; readonly id: number; readonly inputs: readonly unknown[] }
  | { readonly type: 'swap'; readonly id: number; readonly weights: Record<string, SharedTensor> }
  | { readonly type: 'end' };

/** An error that crosses threads. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly code: string | undefined;
}

/** Back again. */
export type FromWorker =
  | { readonly type: 'ready'; readonly weights: Record<string, SharedTensor> | null }
  | { readonly type: 'failed'; readonly error: PlainError }
  | {
      readonly type: 'done';
      readonly id: number;
      readonly outputs: readonly unknown[] | null;
      readonly error: PlainError | null;
    };
