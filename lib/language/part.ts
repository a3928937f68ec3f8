import { snakeCase } from '../arguments/names';
import { nn } from '../index';

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
