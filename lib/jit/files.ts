import { native } from '../native/binding';
import type { ScriptBox } from '../native/contract/jit';
import { type JobOptions, runJob } from '../native/jobs';
import { show } from '../arguments/describe';
import { type Values, any, keyword, nullable, record, value } from '../arguments/fields';
import { fileToWrite } from '../arguments/files';
import { isMap } from '../arguments/plain-object';
import { readArguments } from '../arguments/read';
import { TorchError, typeError } from '../errors';
import type { LoadSource } from '../serialization/load';
import { SIGNAL, sourceOf } from '../serialization/fields';
import { serializationError } from '../serialization/errors';
import { Device, type DeviceLike, isDeviceLike } from '../tensor/device';
import { ScriptModule, scriptModule } from './script-module';

/** Files that are kept beside the code in an archive, by name. */
export type ExtraFiles = Record<string, unknown> | Map<string, unknown>;

export interface ScriptLoadOptions {
  /** The device of all tensors; null: each goes where it was saved. @defaultValue null */
  readonly mapLocation?: DeviceLike | null;
  /**
   * An object or Map whose keys are names of further files in the archive. Each value is replaced by the file's content
   * as a Buffer, which is empty where there is no such file.
   *
   * @defaultValue null
   */
  readonly _extraFiles?: ExtraFiles | null;
}

export interface ScriptSaveOptions {
  /** Further files for the archive: text or bytes by name. @defaultValue null */
  readonly _extraFiles?:
    | Readonly<Record<string, string | Uint8Array>>
    | ReadonlyMap<string, string | Uint8Array>
    | null;
}

// By name only: an object by position would be the options.
const EXTRA = keyword(nullable(record<ExtraFiles>()));
const LOAD = {
  f: any<LoadSource>(),
  mapLocation: nullable(value<DeviceLike>('a device', isDeviceLike)),
  _extraFiles: EXTRA,
};
const LOAD_ASYNC = { ...LOAD, ...SIGNAL };
const SAVE = {
  m: value<ScriptModule>('a ScriptModule (torch.jit.trace makes one of a module)', (v) => v instanceof ScriptModule),
  f: any<string | URL>(),
  _extraFiles: EXTRA,
};
const SAVE_BUFFER = { m: SAVE.m, _extraFiles: EXTRA };

/**
 * Reads a module that Python's `torch.jit.save` or {@link save} wrote: scripted or traced, from a file or its bytes.
 *
 * The type parameter says which methods and attributes the module has. TorchScript is deprecated in PyTorch, which points
 * to `torch.export`; its files are read as before.
 *
 * @throws TorchError with the code `ERR_TORCH_SERIALIZATION` if the file is damaged, is something else, or names an
 *   operator that this libtorch lacks.
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.load.html
 * @example
 * ```ts
 * torch.jit.save(torch.jit.trace(new nn.Linear(2, 1), torch.ones([3, 2])), 'linear.pt');
 * const model = torch.jit.load<{ forward(x: torch.Tensor): torch.Tensor }>('linear.pt', { mapLocation: 'cpu' });
 * console.log(model.forward(torch.ones([1, 2])).shape);
 * ```
 */
export function load<T extends object = object>(f: LoadSource, options?: ScriptLoadOptions): T & ScriptModule;
export function load<T extends object = object>(
  f: LoadSource,
  mapLocation: DeviceLike | null | undefined,
  options?: Pick<ScriptLoadOptions, '_extraFiles'>,
): T & ScriptModule;
export function load(...args: readonly unknown[]): ScriptModule {
  const values = readArguments('torch.jit.load', LOAD, args);
  const request = requestOf('torch.jit.load', values);
  try {
    return finish(native.jitLoad(request.source, request.device, request.extra), values._extraFiles);
  } catch (error) {
    throw explain('torch.jit.load', request.source, error);
  }
}

/**
 * {@link load}, off the thread.
 *
 * @example
 * ```ts
 * torch.jit.save(torch.jit.trace(new nn.Linear(2, 1), torch.ones([3, 2])), 'linear.pt');
 * const model = await torch.jit.loadAsync('linear.pt');
 * ```
 */
export function loadAsync<T extends object = object>(
  f: LoadSource,
  options?: ScriptLoadOptions & JobOptions,
): Promise<T & ScriptModule>;
export function loadAsync<T extends object = object>(
  f: LoadSource,
  mapLocation: DeviceLike | null | undefined,
  options?: Pick<ScriptLoadOptions, '_extraFiles'> & JobOptions,
): Promise<T & ScriptModule>;
export async function loadAsync(...args: readonly unknown[]): Promise<ScriptModule> {
  const values = readArguments('torch.jit.loadAsync', LOAD_ASYNC, args);
  const { source, device, extra } = requestOf('torch.jit.loadAsync', values);
  try {
    const opened = await runJob(
      (settle) => native.jitLoadAsync(source, device, extra, settle),
      (loaded) => loaded as [ScriptBox, Uint8Array[]],
      { signal: values.signal },
    );
    return finish(opened, values._extraFiles);
  } catch (error) {
    throw explain('torch.jit.loadAsync', source, error);
  }
}

function requestOf(
  label: string,
  { f, mapLocation, _extraFiles }: Values<typeof LOAD>,
): { source: string | Uint8Array; device: string | null; extra: string[] } {
  const device = mapLocation === null ? null : new Device(String(mapLocation)).toString();
  return { source: sourceOf(label, f), device, extra: namesOf(label, _extraFiles) };
}

function namesOf(label: string, extra: ExtraFiles | null): string[] {
  const names = extra ? (isMap(extra) ? [...extra.keys()] : Object.keys(extra)) : [];
  const wrong = names.find((name) => typeof name !== 'string');
  if (wrong !== undefined) throw typeError(`${label}: names of extra files should be strings, got ${show(wrong)}`);
  return names;
}

function finish([box, contents]: readonly [ScriptBox, readonly Uint8Array[]], extra: ExtraFiles | null): ScriptModule {
  namesOf('torch.jit.load', extra).forEach((name, i) => {
    if (isMap(extra)) extra.set(name, contents[i]);
    else (extra as Record<string, unknown>)[name] = contents[i];
  });
  return scriptModule(box, 'loaded');
}

/** What to do about a failure that libtorch words for those who write TorchScript, by what it says. */
const HINTS: readonly (readonly [pattern: RegExp, hint: (found: string) => string])[] = [
  [
    /Unknown builtin op: ([\w:]+)/,
    (name) =>
      `it calls ${name}, which this libtorch has not; torch.ops.loadLibrary loads a library of operators, and torch.export ` +
      'writes a model of the operators that there are.',
  ],
  [
    /\^(\w+)\(/,
    (name) =>
      `it calls ${name} of Python, which stays there. Write that part with operators, without torch.jit.ignore and ` +
      'autograd.Function, and save the model again, or export it with torch.export.',
  ],
  [
    /Unknown type name '__torch__\.torch\.classes\.([\w.]+)'/,
    (name) => `it needs the class ${name}, which this libtorch has not; torch.ops.loadLibrary loads a library with it.`,
  ],
  [
    /file with version (\d+), but the maximum supported version/,
    (version) =>
      `it has version ${version}, which is newer than this libtorch; save the model again with torch 2.13, or before it.`,
  ],
];

/** The error of a file that is not loaded: which one it is, what is wrong with it, and the way out. */
function explain(label: string, source: string | Uint8Array, error: unknown): unknown {
  if (!(error instanceof TorchError) || error.code === 'ERR_TORCH_FILE') return error;
  const message = error.message.trimStart();
  const hint = HINTS.flatMap(([pattern, of]) => pattern.exec(message)?.slice(1).map(of) ?? []).map(
    (text) => `${text}\n`,
  );
  const name = typeof source === 'string' ? JSON.stringify(source) : 'the file';
  return serializationError(`${label}: ${name}: ${hint.join('')}${message}`, error);
}

/**
 * Writes a script module into a file that Python's `torch.jit.load` and C++ open. The file appears whole or not at all.
 *
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.jit.save.html
 * @example
 * ```ts
 * const model = torch.jit.trace(new nn.Linear(2, 1), torch.ones([3, 2]));
 * torch.jit.save(model, 'linear.pt', { _extraFiles: { 'labels.txt': 'cat dog' } });
 * ```
 */
export function save(m: ScriptModule, f: string | URL, options?: ScriptSaveOptions): void;
export function save(...args: readonly unknown[]): void {
  const { m, f, _extraFiles } = readArguments('torch.jit.save', SAVE, args);
  const path = fileToWrite('torch.jit.save', f);
  native.jitSave(ScriptModule.boxOf(m), path, ...extraOf('torch.jit.save', _extraFiles));
}

/**
 * The bytes that {@link save} would write.
 *
 * @example
 * ```ts
 * const bytes = torch.jit.saveToBuffer(torch.jit.trace(new nn.Linear(2, 1), torch.ones([3, 2])));
 * const model = torch.jit.load(bytes);
 * ```
 */
export function saveToBuffer(m: ScriptModule, options?: ScriptSaveOptions): Uint8Array;
export function saveToBuffer(...args: readonly unknown[]): Uint8Array {
  const { m, _extraFiles } = readArguments('torch.jit.saveToBuffer', SAVE_BUFFER, args);
  return native.jitSave(ScriptModule.boxOf(m), null, ...extraOf('torch.jit.saveToBuffer', _extraFiles));
}

function extraOf(label: string, extra: ExtraFiles | null): [names: string[], contents: Uint8Array[]] {
  const names = namesOf(label, extra);
  const contents = names.map((name) => {
    const content: unknown = isMap(extra) ? extra.get(name) : (extra as Record<string, unknown>)[name];
    if (typeof content === 'string') return Buffer.from(content);
    if (content instanceof Uint8Array) return content;
    throw typeError(`${label}: extra file '${name}' should be text or bytes, got ${show(content)}`);
  });
  return [names, contents];
}
