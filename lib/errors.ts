import path from 'node:path';

/** What went wrong, as Node's own errors say it. */
export type TorchErrorCode =
  | 'ERR_TORCH'
  | 'ERR_TORCH_INDEX'
  | 'ERR_TORCH_VALUE'
  | 'ERR_TORCH_KEY'
  | 'ERR_TORCH_FILE'
  | 'ERR_TORCH_TYPE'
  | 'ERR_TORCH_NOT_IMPLEMENTED'
  | 'ERR_TORCH_OUT_OF_MEMORY'
  | 'ERR_TORCH_LINALG'
  | 'ERR_TORCH_DISPOSED'
  | 'ERR_TORCH_AUTOGRAD'
  | 'ERR_TORCH_SERIALIZATION'
  | 'ERR_TORCH_STATE_DICT'
  | 'ERR_TORCH_DATA'
  | 'ERR_TORCH_NO_CUDA'
  | 'ERR_LIBTORCH_NOT_FOUND'
  | 'ERR_LIBTORCH_LOAD'
  | 'ERR_CORE_NOT_FOUND';

/** What is known of a failed operator call. */
export interface ErrorDetails {
  /** The name of the operator. */
  readonly operator: string;
  /** What the operator takes, as libtorch writes it. */
  readonly schema: string;
  /** Dtype, shape and device of each tensor, by the name of its argument. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Of an exported program: the node that made the call. */
  readonly node?: string;
}

export interface TorchErrorOptions extends ErrorOptions {
  /** The error's code. @defaultValue 'ERR_TORCH' */
  readonly code?: TorchErrorCode;
  /** The operator that failed, with its schema and inputs. @defaultValue null */
  readonly details?: ErrorDetails | null;
}

/**
 * Everything that libtorch refuses. `code` says what kind of failure it is; where an operator was called, `operator`,
 * `schema` and `inputs` (dtype, shape and device of each tensor by argument name) say with what.
 *
 * @example
 * try {
 *   torch.ones([2, 3]).mm(torch.ones([2, 3]));
 * } catch (error) {
 *   if (error instanceof torch.TorchError) console.log(error.code, error.operator, error.inputs);
 * }
 */
export class TorchError extends Error {
  override readonly name: string = 'TorchError';
  readonly code: TorchErrorCode;
  readonly operator: string | undefined;
  readonly schema: string | undefined;
  readonly inputs: Readonly<Record<string, string>> | undefined;

  constructor(message: string, options: TorchErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code ?? 'ERR_TORCH';
    this.operator = options.details?.operator;
    this.schema = options.details?.schema;
    this.inputs = options.details?.inputs;
  }
}

/** An index outside its dimension or its classes: Python's IndexError. */
export class TorchIndexError extends TorchError {
  override readonly name = 'TorchIndexError';
}

/** The storage could not be allocated: Python's OutOfMemoryError. */
export class TorchOutOfMemoryError extends TorchError {
  override readonly name = 'TorchOutOfMemoryError';
}

/** A value that its place does not allow: Python's ValueError, ZeroDivisionError, OverflowError and AssertionError. */
export class TorchValueError extends TorchError {
  override readonly name = 'TorchValueError';
}

/** A key that there is not: Python's KeyError. */
export class TorchKeyError extends TorchError {
  override readonly name = 'TorchKeyError';
}

/** An argument of a kind that its place does not take: Python's TypeError and AttributeError. */
export class TorchTypeError extends TypeError {
  readonly code = 'ERR_TORCH_TYPE';
  readonly operator: string | undefined;
  readonly schema: string | undefined;
  readonly inputs: Readonly<Record<string, string>> | undefined;

  constructor(message: string, options: TorchErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.operator = options.details?.operator;
    this.schema = options.details?.schema;
    this.inputs = options.details?.inputs;
  }
}

/**
 * Python's exceptions as they are here: one function each, used by everything in this package.
 *
 * | Python                                                       | here                    | code                        |
 * | ------------------------------------------------------------ | ----------------------- | --------------------------- |
 * | RuntimeError                                                 | TorchError              | `ERR_TORCH`                 |
 * | ValueError, ZeroDivisionError, OverflowError, AssertionError | TorchValueError         | `ERR_TORCH_VALUE`           |
 * | TypeError, AttributeError                                    | TorchTypeError          | `ERR_TORCH_TYPE`            |
 * | IndexError                                                   | TorchIndexError         | `ERR_TORCH_INDEX`           |
 * | KeyError                                                     | TorchKeyError           | `ERR_TORCH_KEY`             |
 * | torch.OutOfMemoryError                                       | TorchOutOfMemoryError   | `ERR_TORCH_OUT_OF_MEMORY`   |
 * | FileNotFoundError and other errors of the file system        | TorchError              | `ERR_TORCH_FILE`            |
 * | what a dataset, a loader or one of its workers raises        | TorchError              | `ERR_TORCH_DATA`            |
 */
export function runtimeError(message: string, options: TorchErrorOptions = {}): TorchError {
  return new TorchError(message, options);
}

export function valueError(message: string, options: ErrorOptions = {}): TorchValueError {
  return new TorchValueError(message, { ...options, code: 'ERR_TORCH_VALUE' });
}

export function typeError(message: string, options: TorchErrorOptions = {}): TorchTypeError {
  return new TorchTypeError(message, options);
}

export function indexError(message: string, options: ErrorOptions = {}): TorchIndexError {
  return new TorchIndexError(message, { ...options, code: 'ERR_TORCH_INDEX' });
}

export function keyError(message: string, options: ErrorOptions = {}): TorchKeyError {
  return new TorchKeyError(message, { ...options, code: 'ERR_TORCH_KEY' });
}

/** `cause` is the error of `node:fs`, whose own code (`ENOENT`) stays readable there. */
export function fileError(message: string, options: ErrorOptions = {}): TorchError {
  return new TorchError(message, { ...options, code: 'ERR_TORCH_FILE' });
}

/** There is no memory for something: Python's `torch.OutOfMemoryError`. */
export function outOfMemoryError(message: string, options: ErrorOptions = {}): TorchOutOfMemoryError {
  return new TorchOutOfMemoryError(message, { ...options, code: 'ERR_TORCH_OUT_OF_MEMORY' });
}

/** A dataset, a loader or one of its workers failed; `cause` is what it threw. */
export function dataError(message: string, options: ErrorOptions = {}): TorchError {
  return new TorchError(message, { ...options, code: 'ERR_TORCH_DATA' });
}

/**
 * What Python warns of: a `TorchWarning` of the process, with a code, which `process.on('warning')` gets and
 * `--disable-warning=TORCH_WARNING` hides. Each text is told once for each place of the program that calls, as Python's
 * default filter has it: a loop is not warned of the same thing again and again.
 */
export function warn(message: string): void {
  warnOnce(message, 'TORCH_WARNING');
}

/** Where the program called, of those that have had a warning, and what it said. */
const warned = new Set<string>();
/** More of them than a program has places; then the first ones may be told again. */
const MOST_PLACES = 10_000;

/** The folders of this package's code; with source maps its frames name the TypeScript, in `lib`. */
const OWN = ['dist', 'lib'].map((name) => path.join(__dirname, '..', name) + path.sep);

/** Node's frames, those of functions of JavaScript itself, and, in Bun, of the addon. */
const NO_PLACE = /node:internal|\((?:<anonymous>|native:\d+:\d+|unknown)\)$/;

/** Whether a line of a stack is the program's own: neither this package's nor Node's, nor a function of JavaScript itself. @internal */
export function isProgramFrame(line: string): boolean {
  return !OWN.some((folder) => line.includes(folder)) && !NO_PLACE.test(line);
}

/** The first line of a stack that is the program's own. @internal */
export function callingPlace(): string {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 50;
  const { stack = '' } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  return stack.split('\n').slice(1).find(isProgramFrame) ?? '';
}

let always = false;

/** Whether every warning is told, each time; false tells each text once for each place again. @internal */
export function warnEachTime(on: boolean): void {
  always = on;
}

/** Emits a warning with a code, once for each place that calls and each text. @internal */
export function warnOnce(text: string, code: string): void {
  const key = `${callingPlace()}\n${text}`;
  if (!always && warned.has(key)) return;
  if (warned.size >= MOST_PLACES) warned.clear();
  warned.add(key);
  process.emitWarning(text, { type: 'TorchWarning', code });
}

/** Tells every place again, as after Python's `warnings.resetwarnings()`. For tests. @internal */
export function forgetWarnings(): void {
  warned.clear();
}
