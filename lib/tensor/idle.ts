import { setTimeout } from 'node:timers';
import { native } from '../native/binding';

/** How long memory has to lie unused before it goes back to the system. */
const IDLE_MS = 5_000;

let watching = false;

/**
 * Looks after {@link IDLE_MS} whether memory that is kept for later tensors has been used meanwhile, and gives back what has
 * not. Called where memory has just been used; costs nothing while the timer runs. The timer does not keep the process
 * alive, and stops when there is nothing left to be given back.
 */
export function watchIdle(): void {
  if (watching) return;
  watching = true;
  // At the end of what runs now, before which no timer can fire: the first one of a process takes a quarter of a millisecond.
  void Promise.resolve().then(startTimer);
}

function startTimer(): void {
  setTimeout(look, IDLE_MS).unref();
}

function look(): void {
  watching = false;
  if (native.shrinkCache()) watchIdle();
}
