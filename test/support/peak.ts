import { readFileSync, writeFileSync } from 'node:fs';

const status = (name: string): number =>
  Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync('/proc/self/status', 'latin1'))?.[1]);

/**
 * By how many KB this process has grown at its peak, from the call on. Linux can begin its peak anew; elsewhere `maxRSS` is that of
 * the whole life of the process, which an earlier test may have made larger than anything that comes.
 */
export function peakFromHere(): () => number {
  if (process.platform !== 'linux') {
    const before = process.resourceUsage().maxRSS;
    return () => process.resourceUsage().maxRSS - before;
  }
  writeFileSync('/proc/self/clear_refs', '5');
  const before = status('VmRSS');
  return () => status('VmHWM') - before;
}
