/** Python's writers beneath a `SummaryWriter`: of events, and of records. */
import { float, int, nullable, record, str, value } from '../../arguments/fields';
import { readArguments, takesNothing } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { frame } from './framing';
import { EventFile } from './event-file';
import type { DrawnNode } from './graph/protos';

const WRITER = {
  logDir: str(),
  maxQueue: int(10),
  flushSecs: int(120),
  filenameSuffix: str(''),
};
const EVENT = { event: record<object>(), step: nullable(int()), walltime: nullable(float()) };
const SUMMARY = { summary: record<object>(), globalStep: nullable(int()), walltime: nullable(float()) };
const nodes = value<readonly DrawnNode[]>('an array of nodes', (v) => Array.isArray(v));
const GRAPH = { graph: nodes, walltime: nullable(float()) };

/** The options of a {@link FileWriter}. */
export interface FileWriterOptions {
  /** Of Python; here each call writes. @defaultValue 10 */
  readonly maxQueue?: number;
  /** Of Python; here each call writes. @defaultValue 120 */
  readonly flushSecs?: number;
  /** Put behind the names of files. @defaultValue '' */
  readonly filenameSuffix?: string;
}

/**
 * Writes events to one file, as they are: a `SummaryWriter` makes them. Each call writes before it returns.
 *
 * @example
 * const writer = new torch.utils.tensorboard.FileWriter('runs/first');
 * writer.addSummary({ value: [{ tag: 'loss', simpleValue: 0.5 }] }, 1);
 * writer.close();
 */
export class FileWriter {
  readonly #folder: string;
  readonly #suffix: string;
  #file: EventFile | null;

  constructor(
    ...args: [logDir: string, ...optional: Mixed<[maxQueue?: number, flushSecs?: number], FileWriterOptions>]
  ) {
    const { logDir, filenameSuffix } = readArguments('FileWriter', WRITER, args);
    [this.#folder, this.#suffix] = [logDir, filenameSuffix];
    this.#file = new EventFile(logDir, filenameSuffix);
  }

  #open(): EventFile {
    return (this.#file ??= new EventFile(this.#folder, this.#suffix));
  }

  /** The folder of the file. */
  getLogdir(...args: []): string {
    takesNothing('getLogdir', args);
    return this.#folder;
  }

  /** An event: the fields of TensorBoard's message. */
  addEvent(...args: [event: object, step?: number | null, walltime?: number | null]): void {
    const { event, step, walltime } = readArguments('addEvent', EVENT, args);
    this.#open().add(event, { globalStep: step, walltime });
  }

  /** A summary: `{ value: [{ tag, simpleValue }] }`. */
  addSummary(...args: [summary: object, globalStep?: number | null, walltime?: number | null]): void {
    const { summary, globalStep, walltime } = readArguments('addSummary', SUMMARY, args);
    this.#open().add({ summary }, { globalStep, walltime });
  }

  /** A graph of nodes, and that it ran. */
  addGraph(...args: [graph: readonly DrawnNode[], walltime?: number | null]): void {
    const { graph, walltime } = readArguments('addGraph', GRAPH, args);
    this.#open().addGraph(graph, walltime);
  }

  /** A graph of nodes. */
  addOnnxGraph(...args: [graph: readonly DrawnNode[], walltime?: number | null]): void {
    const { graph, walltime } = readArguments('addOnnxGraph', GRAPH, args);
    this.#open().addOnnxGraph(graph, walltime);
  }

  /** Does nothing: everything is in the file already. */
  flush(...args: []): void {
    takesNothing('flush', args);
  }

  /** Ends the file. What is added later begins a new one. */
  close(...args: []): void {
    takesNothing('close', args);
    this.#file = null;
  }

  /** Begins a new file, if the last one was ended. */
  reopen(...args: []): void {
    takesNothing('reopen', args);
    this.#open();
  }
}

/** What a {@link RecordWriter} writes to. */
export interface RecordTarget {
  /** Takes bytes. */
  write(bytes: Uint8Array): unknown;
  /** Writes what it has kept back. */
  flush?(): unknown;
  /** Ends it. */
  close?(): unknown;
}

const TARGET = {
  writer: {
    ...value<RecordTarget>(
      "an object with a 'write' function",
      (v) => typeof (v as Partial<RecordTarget> | null)?.write === 'function',
    ),
    // It may be a plain object.
    object: true,
  },
};
const DATA = { data: value<Uint8Array>('bytes', (v) => v instanceof Uint8Array) };

/**
 * Writes records as TensorFlow frames them: their length and its checksum, the bytes, and their checksum.
 *
 * @example
 * const parts: Uint8Array[] = [];
 * const writer = new torch.utils.tensorboard.RecordWriter({ write: (bytes) => parts.push(bytes) });
 * writer.write(Buffer.from('abc'));
 * parts[0]?.length; // 19
 */
export class RecordWriter {
  readonly #target: RecordTarget;
  #closed = false;

  constructor(...args: [writer: RecordTarget]) {
    this.#target = readArguments('RecordWriter', TARGET, args).writer;
  }

  /** Whether it was closed. */
  get closed(): boolean {
    return this.#closed;
  }

  /** Writes a record. */
  write(...args: [data: Uint8Array]): void {
    this.#target.write(frame(readArguments('write', DATA, args).data));
  }

  /** Lets the target write what it has kept back. */
  flush(...args: []): void {
    takesNothing('flush', args);
    this.#target.flush?.();
  }

  /** Closes the target. */
  close(...args: []): void {
    takesNothing('close', args);
    this.#closed = true;
    this.#target.close?.();
  }
}
