import type { PlainError } from '../../native/plain-error';
import type { SharedTensor } from '../../tensor/share';
import type { TrainingEvent } from '../events';

/** What the worker is started with. */
export interface WorkerStart {
  readonly module: string;
  readonly data: unknown;
  readonly threads: number | null;
}

/** From the thread that serves to the one that trains. */
export type ToWorker =
  | { readonly type: 'pause' | 'resume' | 'stop' | 'abort' }
  | { readonly type: 'weights'; readonly id: number };

/** Back again. */
export type FromWorker =
  | { readonly type: 'event'; readonly event: TrainingEvent }
  | { readonly type: 'weights'; readonly id: number; readonly state: Record<string, SharedTensor> | null }
  | { readonly type: 'result'; readonly value: unknown }
  | { readonly type: 'error'; readonly error: PlainError };
