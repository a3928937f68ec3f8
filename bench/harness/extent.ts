/**
 * How much is measured. `BENCH_ROUNDS=1` is for a try: at most so many rounds, no warm-up, and what is measured for a time is
 * measured for at most two seconds per round. Its results go into build/bench/try.json, not among those that count.
 */
const most = Number(process.env['BENCH_ROUNDS'] ?? Infinity);
if (!(most >= 1)) throw new Error(`BENCH_ROUNDS: a number of rounds from 1 on is expected, got '${most}'`);

export const isTry = most < Infinity;

/** So many rounds, or as many as a try has. */
export const rounds = (wanted: number): number => Math.min(wanted, most);

/** So many rounds before those that count; none in a try. */
export const warmups = (wanted: number): number => (isTry ? 0 : wanted);

/** So many seconds, or as many as a try has. */
export const seconds = (wanted: number): number => Math.min(wanted, 2 * most);
