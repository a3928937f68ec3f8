import { statSync } from 'node:fs';

import type { Progress, Reporter } from '../install/download/reporter';
import { silentReporter } from '../install/download/reporter';
import { clone } from '../ops/generated/functions';
import * as dtypes from '../tensor/dtype';
import { DType } from '../tensor/dtype';
import { isDistributed } from '../distributed/checkpoint/folder';
import { typeError, valueError } from '../errors';
import type { Tensor } from '../tensor/tensor';
import type { ConvertFlags } from './convert';
import { readSource } from './convert-source';
import { bytesWritten, type Target, targetOf } from './convert-target';

/** How often the progress of a write is looked at. */
const LOOK_MS = 250;

/**
 * Converts one file, or the shards of a checkpoint, into another format, and returns the number of tensors. The result
 * is there whole or not at all.
 */
export async function convert(
  from: string,
  to: string,
  flags: ConvertFlags,
  reporter: Reporter = silentReporter,
): Promise<number> {
  const dtype = dtypeOf(flags.dtype);
  const target = targetOf(to, flags);
  if (target.distributed && isDistributed(from)) {
    throw typeError('convert: both are distributed checkpoints; copy the folder');
  }
  const source = await readSource(from, flags);
  const change = (tensor: Tensor): Tensor => {
    const cast = dtype !== null && tensor.isFloatingPoint() ? tensor.to(dtype) : tensor;
    return flags.clone && cast === tensor ? clone(tensor) : cast;
  };
  const progress = reporter.begin('writing', sizeOf(from));
  try {
    return await watched(target, progress, () => target.write(source, change));
  } finally {
    progress.end();
  }
}

/** Runs a write and tells how far it is, by the size of its files. */
async function watched(target: Target, progress: Progress, write: () => Promise<number>): Promise<number> {
  const since = Date.now() - 1000;
  const timer = setInterval(() => {
    progress.update(bytesWritten(target, since));
  }, LOOK_MS);
  try {
    return await write();
  } finally {
    clearInterval(timer);
  }
}

/** About as much is written as is read. A folder's size would be that of its list. */
function sizeOf(from: string): number | undefined {
  const stats = statSync(from, { throwIfNoEntry: false });
  return stats?.isFile() && !from.endsWith('.json') ? stats.size : undefined;
}

/** The floating point dtype that --dtype names. */
function dtypeOf(name: string | undefined): DType | null {
  if (name === undefined) return null;
  const found: unknown = (dtypes as Readonly<Record<string, unknown>>)[name.replace(/^torch\./, '')];
  if (found instanceof DType && found.isFloatingPoint) return found;
  throw valueError(
    `convert: --dtype should be a floating point dtype such as float32 or bfloat16, got ${JSON.stringify(name)}`,
  );
}
