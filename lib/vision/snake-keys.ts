import { snakeCase } from '../arguments/names';
import { nn } from '../index';

/** A module whose state-dict keys are its properties in Python's spelling: `scaleActivation` is `scale_activation`. */
export abstract class SnakeKeys extends nn.Module {
  override keyOf(property: string): string {
    return snakeCase(property);
  }
}
