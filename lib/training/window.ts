import type { Tensor } from '../ops/tensor-methods';
import { clipGradients, scaleGradients } from './clip';
import type { Settings } from './settings';
import type { Position } from './errors';
import { requireGraph } from './step';

/** The batches whose gradients are being gathered for one optimizer step. */
export class Window<B> {
  #batches = 0;
  #losses = 0;
  /** The norm of all gradients before they were clipped, at the last step. */
  gradNorm: number | null = null;

  /** How many batches make a step in this epoch. */
  #size = 1;

  constructor(readonly settings: Settings<B>) {
    this.begin(0);
  }

  /** Takes the number of batches that the schedule has for an epoch. */
  begin(epoch: number): void {
    const { accumulate } = this.settings;
    if (typeof accumulate === 'number') {
      this.#size = accumulate;
      return;
    }
    const reached = Object.keys(accumulate)
      .map(Number)
      .filter((from) => from <= epoch);
    this.#size = accumulate[Math.max(...reached)] as number;
  }

  get empty(): boolean {
    return this.#batches === 0;
  }

  get full(): boolean {
    return this.#batches >= this.#size;
  }

  /** Whether the next batch does not make it full: its gradients are for later. */
  get filling(): boolean {
    return this.#batches + 1 < this.#size;
  }

  /** Adds the gradients of one batch; `position` is where it stands in the run. */
  add(loss: Tensor, value: number, position: Position): void {
    const { scaler } = this.settings;
    requireGraph(this.settings, loss, position);
    const shared = this.#size > 1 ? loss.div(this.#size) : loss;
    (scaler ? scaler.scale(shared) : shared).backward();
    this.#batches++;
    this.#losses += value;
  }

  /** One step with what was gathered. Returns the mean of the losses. */
  step(): number {
    const { optimizer, scaler, clipGradNorm } = this.settings;
    // Each loss was divided by a whole window's number.
    if (this.#batches < this.#size) scaleGradients(optimizer, this.#size / this.#batches);
    if (clipGradNorm !== null) {
      scaler?.unscale_(optimizer);
      this.gradNorm = clipGradients(optimizer, clipGradNorm);
    }
    if (scaler) {
      scaler.step(optimizer);
      scaler.update();
    } else {
      optimizer.step();
    }
    const loss = this.#losses / this.#batches;
    this.#batches = this.#losses = 0;
    return loss;
  }
}
