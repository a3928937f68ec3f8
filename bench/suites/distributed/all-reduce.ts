/** An all-reduce of two ranks on this machine, of 4 bytes, 1 MB and 25 MB, Node and Python in turn. */
import { rounds } from '../../harness/extent';
import { quantile } from '../../harness/pair';
import type { Figure } from '../../harness/types';
import { Ranks, type Side, SIDES, freePort } from './ddp';

/** Elements of four bytes, and how many calls are timed at once. */
const SIZES = [
  ['4 B', 1, 200],
  ['1 MB', 1 << 18, 50],
  ['25 MB', 25 << 18, 4],
] as const;
const ROUNDS = rounds(11);
/** So many times as many calls in the first round, which does not count: V8 compiles what runs often, on the ranks' processors. */
const WARM = 15;

type Times = Readonly<Record<Side, readonly number[]>>;

async function measure(sides: Readonly<Record<Side, Ranks>>, elements: number, calls: number): Promise<Times> {
  const times: Record<Side, number[]> = { Node: [], Python: [] };
  for (let round = -1; round < ROUNDS; round++) {
    for (const side of round % 2 ? SIDES : SIDES.toReversed()) {
      const time = Number(
        await sides[side].ask(`reduce ${elements} ${round < 0 && calls > 10 ? calls * WARM : calls}`),
      );
      if (round >= 0) times[side].push(time);
    }
  }
  return times;
}

export async function measureAllReduce(): Promise<Figure[]> {
  const sides = { Node: new Ranks('Node', 2, await freePort()), Python: new Ranks('Python', 2, await freePort()) };
  const figures: Figure[] = [];
  for (const [name, elements, calls] of SIZES) {
    const times = await measure(sides, elements, calls);
    const ratios = times.Node.map((node, i) => node / (times.Python[i] as number));
    for (const side of SIDES) {
      figures.push({ name: `all-reduce of ${name}, 2 ranks, ${side}`, value: quantile(times[side], 0.5), unit: 'ms' });
    }
    figures.push({
      name: `all-reduce of ${name}, 2 ranks, Node / Python, median`,
      value: quantile(ratios, 0.5),
      unit: '',
      atMost: 1,
    });
  }
  for (const side of SIDES) await sides[side].stop();
  return figures;
}
