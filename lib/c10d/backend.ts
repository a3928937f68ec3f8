import { valueError } from '../errors';
import { native } from '../native/binding';

/** Which backend serves which type of device. */

/** A backend by its name, or pairs as in `cpu:gloo,cuda:nccl`. */
export type BackendLike = 'gloo' | 'nccl' | (string & {});

/** Pairs of device type and backend. @internal */
export type BackendMap = readonly (readonly [device: string, backend: string])[];

/**
 * The names of the backends.
 *
 * @example
 * distributed.Backend.GLOO; // 'gloo'
 */
export const Backend = Object.freeze({
  UNDEFINED: 'undefined',
  GLOO: 'gloo',
  NCCL: 'nccl',
  UCC: 'ucc',
  MPI: 'mpi',
  XCCL: 'xccl',
} as const);

/** The devices of each backend, in Python's order: the first names the keys under which ranks meet. */
const CAPABILITY: Readonly<Record<string, readonly string[]>> = {
  gloo: ['cpu', 'cuda'],
  nccl: ['cuda'],
  xccl: ['xpu'],
  ucc: ['cpu', 'cuda'],
  mpi: ['cpu', 'cuda'],
};

function format(backend: string): string {
  return (
    `The custom backend string argument is invalid: ${backend}. Custom backend string is an experimental feature where the ` +
    "backend string must be in the format: '<device_type1>:<backend1>,<device_type2>:<backend2>...', e.g. 'cpu:gloo,cuda:nccl'"
  );
}

function parsePairs(backend: string): BackendMap {
  const pairs = new Map<string, string>();
  for (const text of backend.split(',')) {
    const [device, name, ...rest] = text.split(':');
    if (!device || !name || rest.length > 0) {
      throw valueError(`Invalid device:backend pairing: ${text}. ${format(backend)}`);
    }
    if (pairs.has(device)) {
      throw valueError(`Duplicate device type ${device} in backend string: ${backend}. ${format(backend)}`);
    }
    pairs.set(device, name);
  }
  return [...pairs];
}

function requireBuiltIn(name: string): void {
  if (name === 'gloo') return;
  if (name === 'nccl' && native.ncclBuilt()) {
    if (native.cudaDeviceCount() > 0) return;
    throw valueError("ProcessGroupNCCL is only supported with GPUs, no GPUs found! 'gloo' sends tensors on the CPU");
  }
  const known = name in CAPABILITY;
  const built = known ? `Distributed package doesn't have ${name.toUpperCase()} built in` : `Unknown backend '${name}'`;
  throw valueError(`${built}; there ${native.ncclBuilt() ? "are 'gloo' and 'nccl'" : "is 'gloo'"}`);
}

/** The backend of each device type. Without a name, that of the GPU where there is one, else gloo. @internal */
export function backendMap(backend: string): BackendMap {
  const name = backend.toLowerCase();
  let pairs: BackendMap;
  if (name === 'undefined') {
    const gpu = native.cudaDeviceCount() > 0 && native.ncclBuilt();
    pairs = [gpu ? ['cuda', 'nccl'] : ['cpu', 'gloo']];
  } else if (name.includes(':')) {
    pairs = parsePairs(name);
  } else {
    pairs = (CAPABILITY[name] ?? ['cpu']).map((device) => [device, name] as const);
  }
  for (const [, one] of pairs) requireBuiltIn(one);
  return pairs;
}
