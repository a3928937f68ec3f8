/** Files that are not what they claim to be. */
import { messageOf } from '../../../arguments/describe';
import { dataError } from '../../../errors';

/** What this package finds wrong in a file. Its message is for the reader, unlike those of V8 and of libraries. */
export class Corrupt extends Error {}

/**
 * The error for a file that cannot be read, with what happened as its cause. V8's own words ("Offset is outside the bounds of
 * the DataView") say nothing about a file and stay there, as do a library's where it printed what it did not find; else they are
 * given.
 */
export function unreadable(file: string, format: string, cause: unknown): Error {
  const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
  if (String(code).startsWith('ERR_TORCH')) return cause as Error;
  const isV8 = /^(Type|Range|Syntax|Reference)Error$/.test(String(name)) && typeof code !== 'string';
  const words = messageOf(cause);
  const own = isV8 || /\b(undefined|null|NaN)\b/.test(words) ? '' : ` (${words})`;
  const message = `${file}: it cannot be read as ${format}: it is corrupt, cut off, or something else${own}`;
  return dataError(message, { cause });
}
