import { native } from '../native/binding';
import { bool, count, iterable, str, value } from '../arguments/fields';
import { readArguments, refuseSurplus } from '../arguments/read';
import type { Mixed } from '../arguments/signature';
import { isThenable } from '../arguments/synchronous';
import { valueError } from '../errors';
import { ProfilerActivity, activityCodes } from './enums';

/** What both classes named `profile` take. */

/** How calls are grouped to averages. */
export interface AveragesOptions {
  /** Makes a row for each shape of the inputs. @defaultValue false */
  readonly groupByInputShape?: boolean;
  /** Makes a row for each caller: this many innermost entries of the stack count. @defaultValue 0 */
  readonly groupByStackN?: number;
  /** Makes a row for each overload of an operator. @defaultValue false */
  readonly groupByOverloadName?: boolean;
}

/** The same by position, any of which may be an object of those that follow. */
export type AveragesRest = Mixed<
  [groupByInputShape?: boolean, groupByStackN?: number, groupByOverloadName?: boolean],
  AveragesOptions
>;

const AVERAGES = { groupByInputShape: bool(false), groupByStackN: count(0, 0), groupByOverloadName: bool(false) };

/** The settings in the order of EventList's. @internal */
export function averages(label: string, args: readonly unknown[]): [boolean, number, boolean] {
  const read = readArguments(label, AVERAGES, args);
  return [read.groupByInputShape, read.groupByStackN, read.groupByOverloadName];
}

export interface StacksOptions {
  /** The figure that is written. @defaultValue 'selfCpuTimeTotal' */
  readonly metric?: string;
}

/** @internal */
export const STACKS = { path: str(), metric: str('selfCpuTimeTotal') };

/** @internal */
export function pathArgument(label: string, args: readonly unknown[]): string {
  return readArguments(label, { path: str() }, args).path;
}

/** One activity. @internal */
export function isActivity(given: unknown): given is ProfilerActivity {
  return Object.values(ProfilerActivity).includes(given as ProfilerActivity);
}

const TOGGLE = {
  enabled: bool(),
  activities: iterable<Iterable<ProfilerActivity>>('an iterable of activities'),
};

/** @internal */
export function toggleArguments(label: string, args: readonly unknown[]): [enabled: boolean, list: ProfilerActivity[]] {
  const { enabled, activities } = readArguments(label, TOGGLE, args);
  const list = [...activities];
  for (const one of list) if (!isActivity(one)) throw valueError(`${label}: there is no activity ${String(one)}`);
  return [enabled, list];
}

/** @internal */
export function toggle(label: string, args: readonly unknown[]): void {
  const [enabled, list] = toggleArguments(label, args);
  native.toggleProfiler(enabled, activityCodes(list));
}

const BODY = value<() => unknown>('a function', (given) => typeof given === 'function');

/** Runs `body` between the start and the stop of a profiler. @internal */
export function during<R>(
  label: string,
  profiler: { start(): unknown; stop(): void },
  body: () => R,
  surplus: readonly unknown[],
): R {
  refuseSurplus(label, 1, surplus);
  readArguments(label, { body: BODY }, [body]);
  profiler.start();
  let later = false;
  try {
    const result = body();
    if (!isThenable(result)) return result;
    later = true;
    return Promise.resolve(result).finally(() => profiler.stop()) as R;
  } finally {
    if (!later) profiler.stop();
  }
}
