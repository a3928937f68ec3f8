import { native } from '../native/binding';
import { isProgramFrame, warn } from '../errors';

/** A change of mode that ends with `using`, or with `restore()`. */
export interface ModeGuard extends Disposable {
  /** Restores the former mode. A second call does nothing. */
  restore(): void;
}

/** A grad mode from its opening to its closing. */
interface Open {
  former: boolean;
  /** Whether other tasks have run since. */
  shared: boolean;
  readonly where: Place;
}

/** The open guards, the innermost last. */
const stack: Open[] = [];
const warned = new Set<string>();

/** Recording the place is cheap. V8 makes the text only when it is read. */
interface Place {
  readonly stack?: string;
}

function placeOf(caller: (...args: never[]) => unknown): Place {
  const holder: Place = {};
  Error.captureStackTrace(holder, caller);
  return holder;
}

/** The line of the program that opens or closes a guard. */
function lineOf(holder: Place): string {
  const lines = holder.stack?.split('\n').slice(1) ?? [];
  const line = lines.find(isProgramFrame) ?? lines[0] ?? '';
  return line.trim() || 'an unknown place';
}

function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  warn(message);
}

/**
 * Turns recording on or off until the guard closes. Guards may close in another order than they were opened in. Each
 * then ends what it began, so that the last one restores the mode from before the first. This causes a warning that
 * names both places, and so does a guard that is open while other tasks run.
 */
export function openGradMode(enabled: boolean): ModeGuard {
  const entry: Open = { former: native.setGradEnabled(enabled), shared: false, where: placeOf(openGradMode) };
  stack.push(entry);
  queueMicrotask(() => (entry.shared = true));
  const restore = (): void => {
    const at = stack.indexOf(entry);
    if (at >= 0) close(entry, at, placeOf(restore));
  };
  return { restore, [Symbol.dispose]: restore };
}

function close(entry: Open, at: number, where: Place): void {
  const next = stack[at + 1];
  stack.splice(at, 1);
  if (next === undefined) {
    native.setGradEnabled(entry.former);
  } else {
    next.former = entry.former;
    warnOnce(
      `a grad mode that was opened ${lineOf(entry.where)} is closed ${lineOf(where)}, before the one that was opened in it ` +
        `${lineOf(next.where)}: close them in the opposite order, or use a function`,
    );
  }
  if (!entry.shared) return;
  warnOnce(
    `a grad mode was held from ${lineOf(entry.where)} to ${lineOf(where)} while other tasks ran, which it changed, too: use ` +
      'torch.noGradAsync() or torch.enableGradAsync(), which follow one task through its awaits',
  );
}
