import { keyword, nullable, record } from '../arguments/fields';
import { fileToWrite } from '../arguments/files';
import { readArguments } from '../arguments/read';
import { entriesOf } from '../arguments/plain-object';
import { OBJECT, PATH, SIGNAL } from '../serialization/fields';
import { type JobOptions, runJob } from '../native/jobs';
import { native } from '../native/binding';
import { typeError } from '../errors';
import { show } from '../arguments/describe';
import { type ArchiveRecords, recordsOf } from './archive/write';
import { ExportedProgram } from './exported-program';

export interface SaveOptions {
  /** Texts that are kept beside the program, by name. @defaultValue null */
  readonly extraFiles?: Readonly<Record<string, string>> | ReadonlyMap<string, string> | null;
}

const SAVE = {
  ep: OBJECT,
  f: PATH,
  extraFiles: keyword(nullable(record<Readonly<Record<string, string>> | ReadonlyMap<string, string>>())),
};
const SAVE_ASYNC = { ...SAVE, ...SIGNAL };

/**
 * Writes a program as a `.pt2` file, which Python's `torch.export.load` reads. The file appears whole or not at all.
 *
 * @throws TorchError with code `ERR_TORCH_FILE` where the file cannot be written.
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.save
 * @example
 * ```ts
 * const program = torch.export.load('model.pt2');
 * const optimizer = new optim.SGD(program.module().parameters(), { lr: 0.1 });
 * torch.export.save(program, 'tuned.pt2', { extraFiles: { 'notes.txt': 'fine-tuned' } });
 * ```
 */
export function save(ep: ExportedProgram, f: string | URL, options?: SaveOptions): void;
export function save(...args: readonly unknown[]): void {
  const { file, names, contents } = prepare('torch.export.save', readArguments('torch.export.save', SAVE, args));
  native.zipWrite(file, names, contents);
}

/**
 * {@link save}, off the thread. Change no parameter before the promise settles.
 *
 * @param ep - The program.
 * @param f - Where it is written; the file appears whole or not at all, also where the work is aborted.
 * @param options - Those of {@link save}, and `signal`, which aborts the work: the promise is then rejected with its reason.
 * @throws TorchError with code `ERR_TORCH_FILE` where the file cannot be written. It rejects the promise.
 * @see https://docs.pytorch.org/docs/2.13/export.html#torch.export.save
 * @example
 * ```ts
 * const program = await torch.export.loadAsync('model.pt2');
 * await torch.export.saveAsync(program, 'copy.pt2', { extraFiles: { 'notes.txt': 'as it came' } });
 * ```
 */
export function saveAsync(ep: ExportedProgram, f: string | URL, options?: SaveOptions & JobOptions): Promise<void>;
export async function saveAsync(...args: readonly unknown[]): Promise<void> {
  const { signal, ...values } = readArguments('torch.export.saveAsync', SAVE_ASYNC, args);
  signal?.throwIfAborted();
  const { file, names, contents } = prepare('torch.export.saveAsync', values);
  await runJob(
    (settle) => native.zipWriteAsync(file, names, contents, settle),
    () => undefined,
    { signal },
  );
}

interface Request {
  readonly ep: unknown;
  readonly f: unknown;
  readonly extraFiles: Readonly<Record<string, string>> | ReadonlyMap<string, string> | null;
}

function prepare(label: string, { ep, f, extraFiles }: Request): ArchiveRecords & { readonly file: string } {
  const { parts } = requireProgram(label, ep);
  const file = fileToWrite(label, f);
  const extra = new Map<string, string>();
  for (const [name, text] of extraFiles ? entriesOf(extraFiles) : []) {
    if (typeof name !== 'string' || typeof text !== 'string') {
      throw typeError(`${label}: extraFiles should be texts by name, got ${show(text)} as ${String(name)}`);
    }
    extra.set(name, text);
  }
  const { names, contents } = recordsOf({ label, file }, new Map([['model', parts]]), extra);
  return { file, names, contents };
}

function requireProgram(label: string, given: unknown): ExportedProgram {
  if (given instanceof ExportedProgram) return given;
  throw typeError(`${label}: 'ep' should be an ExportedProgram, got ${show(given)}`);
}
