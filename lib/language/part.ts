import { snakeCase } from '../arguments/names';
import { nn, type Tensor } from '../index';
import { type Steps, runSteps } from './steps';

const NONE: Readonly<Record<string, string>> = {};

/** A module whose state-dict keys are its properties in Python's spelling: `queryProj` is `query_proj`. */
export abstract class Part extends nn.Module {
  /** Names of Python that no rule gives, such as `ln1` for `ln_1`. @internal */
  pythonNames(): Readonly<Record<string, string>> {
    return NONE;
  }

  override keyOf(property: string): string {
    return this.pythonNames()[property] ?? snakeCase(property);
  }
}

/** A part that can be run step by step. */
export abstract class SteppedPart<A extends readonly unknown[]> extends Part {
  /** What `forward` does, in steps. @internal */
  abstract steps(...inputs: A): Steps<Tensor>;

  override forward(...inputs: A): Tensor {
    return runSteps(this.steps(...inputs));
  }
}
