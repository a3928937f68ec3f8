/** Where a run waits while it is paused. */
export class Gate {
  #open: (() => void) | null = null;
  #opened: Promise<void> | null = null;

  get closed(): boolean {
    return this.#opened !== null;
  }

  close(): void {
    this.#opened ??= new Promise((resolve) => (this.#open = resolve));
  }

  open(): void {
    this.#open?.();
    this.#open = this.#opened = null;
  }

  /** Until it is open, or the signal aborts. */
  async wait(signal?: AbortSignal | null): Promise<void> {
    if (this.#opened === null) return;
    const abort = (): void => this.open();
    signal?.addEventListener('abort', abort, { once: true });
    await this.#opened;
    signal?.removeEventListener('abort', abort);
  }
}
