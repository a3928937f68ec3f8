import { native } from '../native/binding';
import { withoutGrad } from '../native/grad-mode';
import { scope } from '../tensor/scope';
import { add, ones } from './generated/functions';
import './tensor-methods';

/** After about as many calls V8 has compiled what they all go through, and knows the objects that come by. */
const CALLS = 30;

/**
 * Calls an operator on one number, some 30 times. A program's first calls are slow not because of libtorch but because
 * V8 compiles the way to it function by function, in calls 1 to 50: scopes, the choice of an overload, results. This
 * takes a millisecond once, of the hundreds that loading takes, and then belongs to nobody's first request.
 */
export function warmUp(): void {
  withoutGrad(() =>
    scope(() => {
      const x = ones([1]);
      for (let i = 0; i < CALLS; i++) scope(() => void add(x, x.add(x)));
    }),
  );
  native.memory(true);
}
