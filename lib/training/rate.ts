/** How fast samples pass, from one reading to the next. */
export class Rate {
  #since = performance.now();
  #samples = 0;

  add(samples: number): void {
    this.#samples += samples;
  }

  /** Samples in a second since the last reading. */
  take(): number {
    const now = performance.now();
    const rate = (this.#samples * 1000) / (now - this.#since);
    this.#since = now;
    this.#samples = 0;
    return rate;
  }
}
