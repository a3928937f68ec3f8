/** Compares what was observed of distributions with Python's. */
import * as torch from '../../lib/index';
import { bitDifference } from './python';

type Loose = Record<string, any>;

const isTensor = (x: unknown): x is torch.Tensor => x instanceof torch.Tensor;

/** The value of a call, or what it throws. */
export function attempt(call: () => unknown): unknown {
  try {
    return call();
  } catch (error) {
    return { error: (error as Error).name, code: (error as Loose).code, message: (error as Error).message };
  }
}

/** Where ours says more: Python's text has to be its beginning, or it is empty. */
const KINDS: Readonly<Record<string, string>> = {
  ValueError: 'TorchValueError',
  AssertionError: 'TorchValueError',
  TypeError: 'TypeError',
  AttributeError: 'TypeError',
  RuntimeError: 'TorchError',
  IndexError: 'TorchIndexError',
};

export function failureDifference(ours: Loose | null, theirs: Loose): string | null {
  if (ours?.['error'] === undefined) return `does not fail, Python says ${theirs['error']}: ${theirs['message']}`;
  if (theirs['error'] === 'NotImplementedError') {
    return ours['code'] === 'ERR_TORCH_NOT_IMPLEMENTED' ? null : `is ${ours['error']}: ${ours['message']}`;
  }
  if (ours['error'] !== KINDS[theirs['error']])
    return `is ${ours['error']} (${ours['message']}), not ${theirs['error']}`;
  const own = ['AttributeError', 'TypeError', 'RuntimeError', 'IndexError'].includes(theirs['error']);
  if (own || ours['message'].startsWith(theirs['message'])) return null;
  return `says ${JSON.stringify(ours['message'])}, Python ${JSON.stringify(theirs['message'])}`;
}

/** What differs between an observation and Python's, with the path to it. */
export function differences(ours: any, theirs: any, at: string): string[] {
  if (isTensor(theirs)) {
    const found = isTensor(ours) ? bitDifference(ours, theirs) : `is ${JSON.stringify(ours)}, not a tensor`;
    return found === null ? [] : [`${at}: ${found}`];
  }
  if (theirs !== null && typeof theirs === 'object' && 'error' in theirs) {
    const found = failureDifference(ours, theirs);
    return found === null ? [] : [`${at} ${found}`];
  }
  if (theirs !== null && typeof theirs === 'object') {
    if (isTensor(ours) || typeof ours !== 'object' || ours === null) return [`${at}: is ${String(ours)}`];
    const keys = new Set([...Object.keys(theirs), ...Object.keys(ours)]);
    return [...keys].flatMap((key) => differences(ours[key] ?? null, theirs[key] ?? null, `${at}.${key}`));
  }
  return Object.is(ours ?? null, theirs) ? [] : [`${at}: ${String(ours)}, Python ${String(theirs)}`];
}
