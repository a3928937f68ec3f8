/**
 * Checkpoints without reentrant autograd. While the function runs, hooks on saved tensors keep nothing but a note for each. The
 * first note that a backward asks for its tensor runs the function again, which fills all of them.
 */
import { sizeText } from '../../arguments/extents';
import { enableGrad } from '../../autograd/modes';
import { openSavedHooks } from '../../autograd/graph/saved-tensors';
import { TorchError } from '../../errors';
import { native } from '../../native/binding';
import { inGradMode } from '../../native/grad-mode';
import type { Handle } from '../../native/contract';
import type { SavedTensorBox } from '../../native/contract/graph';
import { detach } from '../../ops/generated/functions';
import type { Tensor } from '../../ops/tensor-methods';
import { handleOf, isTensor, lifetimes, wrap } from '../../tensor/tensor';
import { currentGroup } from './exec-group';

/** The recomputation does not fit the first run. */
export class CheckpointError extends TorchError {
  override readonly name = 'CheckpointError';
}

const TIP =
  '\nTip: To see a more detailed error message, either pass `debug: true` to `torch.utils.checkpoint.checkpoint(...)` or wrap the ' +
  'code block in `torch.utils.checkpoint.setCheckpointDebugEnabled(true, ...)` to enable checkpoint-debug mode globally.';

/** Thrown by a hook once everything that is needed has been computed. It never leaves this module. */
class StopRecomputation extends Error {}

/** What stands in the graph for a saved tensor: it holds its value for each backward that has computed it and not yet used it. */
class Note {
  /** Null once used. */
  readonly values = new Map<unknown, Tensor | null>();
}

type Metadata = (tensor: Tensor) => string | null;

/** What a checkpointed call needs to run again. */
export interface FrameOptions {
  /** Runs the function as it was run the first time. */
  readonly recompute: (inputs: readonly unknown[]) => void;
  readonly earlyStop: boolean;
  /** What is compared of each saved tensor; null for nothing. */
  readonly metadata: Metadata | null;
  /** Makes an error of one that the recomputation has failed with. */
  readonly explain: ((error: CheckpointError) => Error) | null;
}

/** One checkpointed call. */
export class Frame {
  /** The graph keeps the notes, this does not. */
  readonly #notes: WeakRef<Note>[] = [];
  readonly #metadata: (string | null)[] = [];
  readonly #counts = new Map<unknown, number>();
  readonly #recomputed = new Set<unknown>();
  readonly #inputs: readonly unknown[];
  #forwardCompleted = false;
  #ignoreMismatch = false;
  #used: Tensor | null = null;

  constructor(
    inputs: readonly unknown[],
    readonly options: FrameOptions,
  ) {
    // As operators save them: through the hooks around this, and with their versions.
    this.#inputs = inputs.map((input) => (isTensor(input) ? new Saved(native.saveTensor(handleOf(input))) : input));
  }

  /** Runs the function for the first time. */
  run<R>(body: () => R): R {
    const hooks = openSavedHooks(([handle]) => this.#note(handle));
    try {
      const result = body();
      this.#forwardCompleted = true;
      return result;
    } finally {
      hooks.restore();
    }
  }

  #note(handle: Handle): (none: [], task: number) => [Handle] {
    const note = new Note();
    this.#notes.push(new WeakRef(note));
    const { metadata, explain } = this.options;
    if (metadata) this.#metadata.push(inGradMode(false, () => metadata(wrap(native.alias(handle)))));
    native.release(handle);
    return (_none, task) => {
      try {
        return [handleOf(this.#unpack(note, task))];
      } catch (error) {
        throw explain && error instanceof CheckpointError ? explain(error) : error;
      }
    };
  }

  #unpack(note: Note, task: number): Tensor {
    const group = currentGroup();
    const key: unknown = group ?? (task === -1 ? Symbol('outside of a backward') : task);
    if (!this.#recomputed.has(key)) this.#recompute(key);
    const value = note.values.get(key);
    if (!value) {
      const extra = group
        ? 'Performing two backward calls that overlap (i.e. require the same saved activation in order to compute gradients) is ' +
          'not allowed while under the torch.utils.checkpoint.GraphExecGroup context. '
        : '';
      throw new CheckpointError(
        'torch.utils.checkpoint: Unpack is being triggered for a tensor that was already unpacked once. ' +
          `${extra}If you are calling ctx.saved_tensors in backward, make sure to do so only once. Otherwise please open an ` +
          'issue with details on your use case.',
      );
    }
    note.values.set(key, null);
    // The one before has been handed over by now.
    this.#used?.dispose();
    this.#used = value;
    return value;
  }

  #recompute(key: unknown): void {
    const inputs = this.#inputs.map((input) => (input instanceof Saved ? input.unpack() : input));
    const hooks = openSavedHooks(([handle]) => this.#fill(handle, key));
    try {
      enableGrad(() => this.options.recompute(inputs));
    } catch (error) {
      if (!(error instanceof StopRecomputation)) throw error;
    } finally {
      hooks.restore();
    }
    this.#recomputed.add(key);
    this.#check(key);
  }

  /** A tensor that the second run saves. */
  #fill(handle: Handle, key: unknown): () => [Handle] {
    const given = wrap(handle);
    const index = this.#counts.get(key) ?? 0;
    this.#counts.set(key, index + 1);
    if (index >= this.#notes.length) {
      if (!this.#forwardCompleted) this.#ignoreMismatch = true;
      else {
        throw new CheckpointError(
          'torch.utils.checkpoint: trying to save more tensors during recomputation than during the original forward ' +
            `pass.\n${TIP}`,
        );
      }
    } else {
      const value = inGradMode(false, () => detach(given));
      lifetimes.keep(value);
      this.#notes[index]?.deref()?.values.set(key, value);
      if (this.options.earlyStop && index + 1 === this.#notes.length) throw new StopRecomputation();
    }
    lifetimes.keep(given);
    return () => [handleOf(given)];
  }

  #check(key: unknown): void {
    if (this.#ignoreMismatch) return;
    const count = this.#counts.get(key) ?? 0;
    if (count !== this.#notes.length) {
      throw new CheckpointError(
        'torch.utils.checkpoint: A different number of tensors was saved during the original forward and recomputation.\n' +
          `Number of tensors saved during forward: ${this.#notes.length}\n` +
          `Number of tensors saved during recomputation: ${count}.\n${TIP}`,
      );
    }
    const { metadata } = this.options;
    if (!metadata) return;
    const different = this.#notes.flatMap((reference, i) => {
      const value = reference.deref()?.values.get(key);
      const [saved, again] = [this.#metadata[i], value ? metadata(value) : this.#metadata[i]];
      return saved === again
        ? []
        : [`tensor at position ${i}:\nsaved metadata: ${saved}\nrecomputed metadata: ${again}\n`];
    });
    if (different.length === 0) return;
    throw new CheckpointError(
      'torch.utils.checkpoint: Recomputed values for the following tensors have different metadata than during the forward ' +
        `pass.\n${different.join('')}.\n${TIP}`,
    );
  }
}

/** A tensor among the inputs. */
class Saved {
  constructor(readonly box: SavedTensorBox) {}
  unpack(): Tensor {
    return wrap(native.unpackSaved(this.box));
  }
}

/** What the default check compares, as Python prints it. */
export function defaultMetadata(tensor: Tensor): string {
  const shape = sizeText(tensor.shape);
  return `{'shape': ${shape}, 'dtype': torch.${tensor.dtype.name}, 'device': ${deviceText(tensor)}}`;
}

function deviceText(tensor: Tensor): string {
  const { type, index } = tensor.device;
  return `device(type='${type}'${index === null || index === undefined ? '' : `, index=${index}`})`;
}
