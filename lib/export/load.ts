import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { any, keyword, nullable, record } from '../arguments/fields';
import { readArguments } from '../arguments/read';
import { MMAP, SIGNAL, sourceOf } from '../serialization/fields';
import type { LoadSource } from '../serialization/load';
import { Device, type DeviceLike } from '../tensor/device';
import { type JobOptions, runJob } from '../native/jobs';
import { native } from '../native/binding';
import type { Handle } from '../native/contract';
import type { NativeZipRecord } from '../native/contract/serialization';
import { FACTORY } from '../tensor/arguments';
import { type Place, nameOf } from './archive/errors';
import { type OpenedProgram, extraFilesOf, openProgram } from './archive/read';
import { Records } from './archive/records';
import { type TensorPlan, readTensors, startReading } from './archive/tensors';
import { ExportedProgram } from './exported-program';
import { onDevice } from './device';

export interface LoadOptions {
  /**
   * Map the file (bytes are copied in any case), so that weights are read when they are used and are not copied. The file must
   * not change while the program lives; one that is replaced by renaming, as {@link save} does, stays whole.
   *
   * @defaultValue true
   */
  readonly mmap?: boolean | null;
  /**
   * Where everything goes: weights, and the devices that the graph names; null: where the model was exported.
   *
   * @defaultValue null
   */
  readonly device?: DeviceLike | null;
  /**
   * An object that gets the texts that were saved with the program: those whose names it has, or all if it is empty.
   *
   * @defaultValue null
   */
  readonly extraFiles?: Record<string, string> | null;
}

const LOAD = {
  f: any<LoadSource>(),
  extraFiles: keyword(nullable(record<Record<string, string>>())),
  mmap: MMAP,
  device: keyword(FACTORY.device),
};
const LOAD_ASYNC = { ...LOAD, ...SIGNAL };

interface Request {
  readonly mmap: boolean | null;
  readonly device: DeviceLike | null | undefined;
  readonly extraFiles: Record<string, string> | null;
}

/**
 * Reads a program that Python's `torch.export.save` or {@link save} wrote.
 *
 * `f` is a path, or the bytes of a file, which are copied.
 *
 * The file is not trusted: its graph may only name operators and a fixed list of functions, no code of it runs, and the
 * sizes of its weights are checked.
 *
 * @throws TorchError with code `ERR_TORCH_SERIALIZATION` for a file that is damaged, too new, or no such program; with
 *   code `ERR_TORCH_FILE` for one that cannot be read.
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.load
 * @example
 * ```ts
 * const program = torch.export.load('model.pt2', { device: 'cpu' });
 * program.module().forward(x);
 * ```
 */
export function load(f: LoadSource, options?: LoadOptions): ExportedProgram;
export function load(...args: readonly unknown[]): ExportedProgram {
  const label = 'torch.export.load';
  const { f, ...request } = readArguments(label, LOAD, args);
  const source = sourceOf(label, f);
  if (typeof source === 'string') return loadFile({ label, file: source }, request);
  const temporary = new Temporary();
  try {
    writeFileSync(temporary.file, source);
    return loadFile({ label, file: temporary.file, shown: GIVEN_BYTES }, { ...request, mmap: false });
  } finally {
    temporary.remove();
  }
}

function loadFile(place: Place, request: Request): ExportedProgram {
  const records = Records.open(place);
  const opened = openRecords(records, request);
  return finish(records, request, opened, readTensors(opened.weights), readTensors(opened.constants));
}

const GIVEN_BYTES = 'the bytes that were given';

/** A file of its own for a program that is given as bytes. */
class Temporary {
  readonly #folder = mkdtempSync(join(tmpdir(), 'libtorch-node-'));
  readonly file = join(this.#folder, 'program.pt2');

  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/**
 * {@link load}, off the thread.
 *
 * @param f - A path, or the bytes of a file.
 * @param options - Those of {@link load}, and `signal`, which aborts the work: the promise is then rejected with its reason.
 * @throws TorchError with code `ERR_TORCH_SERIALIZATION` for a file that is damaged, too new, or no such program; with
 *   code `ERR_TORCH_FILE` for one that cannot be read. All of them reject the promise.
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.load
 * @example
 * ```ts
 * const program = await torch.export.loadAsync('model.pt2', { signal: AbortSignal.timeout(60_000) });
 * program.graphSignature.parameters; // ['weight', 'bias']
 * ```
 */
export function loadAsync(f: LoadSource, options?: LoadOptions & JobOptions): Promise<ExportedProgram>;
export async function loadAsync(...args: readonly unknown[]): Promise<ExportedProgram> {
  const label = 'torch.export.loadAsync';
  const { f, signal, ...request } = readArguments(label, LOAD_ASYNC, args);
  signal?.throwIfAborted();
  const source = sourceOf(label, f);
  if (typeof source === 'string') return loadFileAsync({ label, file: source }, request, signal);
  const temporary = new Temporary();
  try {
    await writeFile(temporary.file, source);
    const place = { label, file: temporary.file, shown: GIVEN_BYTES };
    return await loadFileAsync(place, { ...request, mmap: false }, signal);
  } finally {
    temporary.remove();
  }
}

async function loadFileAsync(place: Place, request: Request, signal: JobOptions['signal']): Promise<ExportedProgram> {
  const listed = await runJob(
    (settle) => native.zipRecordsAsync(place.file, settle),
    (records) => records as readonly NativeZipRecord[],
    { signal },
  ).catch((error: unknown) => {
    throw Records.refused(place, error);
  });
  const records = new Records(place, listed);
  const opened = openRecords(records, request);
  const read = async (plan: TensorPlan): Promise<ReturnType<TensorPlan['finish']>> => {
    const handles: Handle[][] = [];
    for (const one of plan.requests)
      handles.push(await runJob(startReading(one), (got) => got as Handle[], { signal }));
    return plan.finish(handles);
  };
  return finish(records, request, opened, await read(opened.weights), await read(opened.constants));
}

function openRecords(records: Records, { mmap, device }: Request): OpenedProgram {
  return openProgram(records, {
    mmap: mmap ?? true,
    device: device == null ? null : String(new Device(String(device))),
  });
}

function finish(
  records: Records,
  { device, extraFiles }: Request,
  { program, exampleInputs }: OpenedProgram,
  stateDict: ReturnType<TensorPlan['finish']>,
  constants: ReturnType<TensorPlan['finish']>,
): ExportedProgram {
  if (extraFiles) fillExtra(extraFiles, extraFilesOf(records));
  const moved = device == null ? program : onDevice(program, new Device(String(device)));
  const parts = { program: moved, stateDict, constants, exampleInputs };
  return ExportedProgram.of(parts, nameOf(records.place));
}

function fillExtra(wanted: Record<string, string>, files: ReadonlyMap<string, string>): void {
  const all = Object.keys(wanted).length === 0;
  for (const [name, text] of files) {
    if (!all && !Object.hasOwn(wanted, name)) continue;
    Object.defineProperty(wanted, name, { value: text, enumerable: true, writable: true, configurable: true });
  }
}
