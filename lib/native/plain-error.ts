/** An error as it crosses threads: what `structuredClone` keeps of one is not enough. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

export function toPlain(error: unknown): PlainError {
  if (!(error instanceof Error)) return { name: 'Error', message: String(error), stack: undefined, fields: {} };
  const plain = Object.entries(error).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value));
  return { name: error.name, message: error.message, stack: error.stack, fields: Object.fromEntries(plain) };
}

/** The error again: its name, message, code and the worker's stack. */
export function fromPlain({ name, message, stack, fields }: PlainError): Error {
  const error = new Error(message);
  Object.assign(error, fields);
  Object.defineProperty(error, 'name', { value: name, configurable: true, writable: true });
  if (stack !== undefined) error.stack = stack;
  return error;
}
