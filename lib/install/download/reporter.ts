/** How an installation tells what it is doing; the command line draws a bar, tests collect the lines. */
export interface Reporter {
  /** A sentence about the step that begins. */
  step(message: string): void;
  /** Starts a measured piece of work of `total` bytes, or of unknown size. */
  begin(label: string, total: number | undefined): Progress;
  /** Asks whether to go on; scripts and pipes say yes. */
  confirm(question: string): Promise<boolean>;
}

export interface Progress {
  /** Bytes done so far. */
  update(done: number): void;
  end(): void;
}

/** Says nothing and agrees to everything. */
export const silentReporter: Reporter = {
  step: () => undefined,
  begin: () => ({ update: () => undefined, end: () => undefined }),
  confirm: () => Promise.resolve(true),
};
