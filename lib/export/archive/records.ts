import { inflateRawSync } from 'node:zlib';
import { native } from '../../native/binding';
import type { NativeZipRecord } from '../../native/contract/serialization';
import { TorchError } from '../../errors';
import { JsonReader } from '../../serialization/json-reader';
import { checkMemory, withFile } from '../../serialization/safetensors-header';
import type { Codec } from '../schema/codec';
import { type Place, programError } from './errors';

/** Texts and small records of an archive take at most this many bytes. */
const MAX_TEXT = 512 << 20;

/** The records of an archive, which is one file; none is a path of the file system. */
export class Records {
  readonly #byName: ReadonlyMap<string, NativeZipRecord>;

  constructor(
    readonly place: Place,
    records: readonly NativeZipRecord[],
  ) {
    this.#byName = new Map(records.map((record) => [record.name, record]));
  }

  /** Opens a file and checks its directory. */
  static open(place: Place): Records {
    return Records.read(place, () => native.zipRecords(place.file));
  }

  /** What `body` lists, or an error that says what the file is instead. */
  static read(place: Place, body: () => readonly NativeZipRecord[]): Records {
    try {
      return new Records(place, body());
    } catch (error) {
      throw Records.refused(place, error);
    }
  }

  /** The error for a file whose directory cannot be read. */
  static refused(place: Place, error: unknown): unknown {
    if (!(error instanceof TorchError) || error.code === 'ERR_TORCH_FILE') return error;
    return programError(place, `this is not a program that torch.export.save wrote: ${error.message}`, error);
  }

  get names(): readonly string[] {
    return [...this.#byName.keys()];
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  find(name: string): NativeZipRecord | undefined {
    return this.#byName.get(name);
  }

  get(name: string): NativeZipRecord {
    return this.find(name) ?? this.#fail(`the archive has no ${name}; export the model again`);
  }

  bytes(name: string): Buffer {
    const record = this.get(name);
    if (record.size > MAX_TEXT) this.#fail(`${name} claims ${record.size} bytes`);
    const stored = withFile(this.place.label, this.place.file, (read) => read(record.offset, record.stored));
    if (!record.compressed) return stored;
    try {
      return inflateRawSync(stored, { maxOutputLength: Math.max(record.size, 1) });
    } catch (cause) {
      throw programError(this.place, `${name} is damaged`, cause);
    }
  }

  text(name: string): string {
    return this.bytes(name).toString('utf8');
  }

  /** Reads a record as JSON of a known form. */
  json<T>(name: string, codec: Codec<T>): T {
    const bytes = this.bytes(name);
    checkMemory(this.place.file, bytes.length);
    const path: (string | number)[] = [];
    const fail = (what: string): never => this.#fail(`${name}${pathText(path)}: ${what}`);
    const json = new JsonReader(bytes, fail);
    const value = codec.read({ json, path, fail });
    json.end();
    return value;
  }

  #fail(what: string): never {
    throw programError(this.place, what);
  }
}

function pathText(path: readonly (string | number)[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return steps.length > 400 ? `${steps.slice(0, 400)}…` : steps;
}
