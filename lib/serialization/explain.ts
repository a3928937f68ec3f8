import { TorchError } from '../errors';
import { serializationError } from './errors';
import { kindOf } from './sniff';

/**
 * The error of a file that could not be opened, in words for what it is: a web page, a pointer of git-LFS, a model of
 * another library. @internal
 */
export function explained(label: string, source: string | Uint8Array, error: unknown): unknown {
  if (!(error instanceof TorchError) || error.code !== 'ERR_TORCH_SERIALIZATION') return error;
  const kind = kindOf(label, source);
  const name = typeof source === 'string' ? JSON.stringify(source) : 'the file';
  if (!kind)
    return typeof source === 'string' ? serializationError(`${label}: ${name}: ${error.message}`, error) : error;
  return serializationError(`${label}: ${name} is ${kind.what}; ${kind.advice}`, error);
}
