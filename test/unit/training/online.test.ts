/** Learning while serving: the queue on disk, the gate, and the way back. */
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { training } from '../../../lib/index';

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'online-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Example {
  readonly x: number;
}

const module_ = path.join(__dirname, 'fixtures/round.cjs');

describe('the queue', () => {
  const numbers = (queue: training.ExampleQueue<Example>): number[] => queue.examples().map(({ x }) => x);

  test('keeps what was added, and holds some out', () => {
    const queue = new training.ExampleQueue<Example>(folder, { holdOut: 3 });
    for (let x = 1; x <= 7; x++) queue.add({ x });
    const again = new training.ExampleQueue<Example>(folder, { holdOut: 3 });
    expect(numbers(again)).toEqual([1, 2, 4, 5, 7]);
    expect(again.heldOut()).toEqual([{ x: 3 }, { x: 6 }]);
    expect([again.length, again.heldOutLength, again.corrupt]).toEqual([5, 2, 0]);
  });

  test('is bounded, in memory and on disk', () => {
    const queue = new training.ExampleQueue<Example>(folder, { limit: 1000, holdOut: 0 });
    for (let x = 0; x < 3210; x++) queue.add({ x });
    expect(numbers(queue)).toEqual(Array.from({ length: 1000 }, (_, i) => 2210 + i));
    const lines = readdirSync(folder).flatMap((name) =>
      readFileSync(path.join(folder, name), 'utf8').trim().split('\n'),
    );
    expect(lines.length).toBeLessThan(1600);
  }, 120_000);

  test('leaves out what is no example, and goes on', () => {
    const queue = new training.ExampleQueue<Example>(folder, { holdOut: 0 });
    queue.add({ x: 1 });
    queue.add({ x: 2 });
    const file = path.join(folder, 'train-000000000.jsonl');
    const [first = '', second = ''] = readFileSync(file, 'utf8').split('\n');
    // A changed line, rubbish, a line that a crash has cut.
    writeFileSync(file, `${first.replace('1}', '9}')}\n\u0000rubbish\n${second}\n`);
    appendFileSync(file, first.slice(0, 8));
    const again = new training.ExampleQueue<Example>(folder, { holdOut: 0 });
    expect(numbers(again)).toEqual([2]);
    expect(again.corrupt).toBe(3);
    again.add({ x: 3 });
    expect(numbers(again)).toEqual([2, 3]);
  });

  test('does not hold out everything', () => {
    for (const holdOut of [1, -1, 0.5, NaN, Infinity, '2']) {
      expect(() => new training.ExampleQueue(folder, { holdOut: holdOut as never })).toThrow(
        /'holdOut' should be 0, or an integer of at least 2/,
      );
    }
  });

  test('refuses what JSON does not keep', () => {
    const queue = new training.ExampleQueue<unknown>(folder);
    expect(() => queue.add(undefined)).toThrow(TypeError);
    expect(() => queue.add({ x: 1n })).toThrow(TypeError);
    expect(queue.length).toBe(0);
  });
});

describe('learning', () => {
  interface Setup {
    readonly queue: training.ExampleQueue<Example>;
    readonly served: number[];
    readonly rounds: training.Round[];
    readonly start: (data?: object, onRound?: (round: training.Round) => void) => Promise<training.OnlineLearning>;
  }

  function setUp(): Setup {
    const queue = new training.ExampleQueue<Example>(path.join(folder, 'queue'), { holdOut: 2, limit: 4 });
    const served: number[] = [];
    const rounds: training.Round[] = [];
    const start: Setup['start'] = (data = {}, onRound = (round) => void rounds.push(round)) =>
      training.online(module_, {
        ...{ queue, folder: path.join(folder, 'weights'), everyMs: 100_000, data, keep: 3 },
        apply: (weights) => {
          served.push(weights['weight']!.item());
          for (const tensor of Object.values(weights)) tensor.dispose();
        },
        onRound,
      });
    return { queue, served, rounds, start };
  }

  const add = (queue: training.ExampleQueue<Example>, pairs: readonly [train: number, held: number][]): void => {
    for (const [train, held] of pairs) for (const x of [train, held]) queue.add({ x });
  };

  test('weights serve if they are not worse, are kept, and can be taken back', async () => {
    const { queue, served, start } = setUp();
    const learning = await start();
    add(queue, [[4, 8]]);
    expect(await learning.round()).toMatchObject({
      outcome: 'swapped',
      version: 1,
      before: null,
      after: 4,
      examples: 1,
    });
    add(queue, [[8, 8]]);
    expect(await learning.round()).toMatchObject({ outcome: 'swapped', version: 2, before: 4, after: 2 });
    add(queue, [[0, 8]]);
    expect(await learning.round()).toMatchObject({ outcome: 'refused', version: 2, before: 2, after: 4 });
    expect(served).toEqual([4, 6]);
    expect(await learning.rollBack()).toBe(1);
    expect(served).toEqual([4, 6, 4]);
    expect(learning.versions).toEqual([1]);
    await expect(learning.rollBack()).rejects.toThrow('no version before this one');
    await learning.close();
    // A restart goes on with what served; a version that cannot be read is none.
    writeFileSync(path.join(folder, 'weights/weights-7.pt'), 'rubbish');
    const again = await start();
    expect([again.version, served.at(-1)]).toEqual([1, 4]);
    await again.close();
  }, 240_000);

  test('an error of onRound is a warning, and later rounds are trained', async () => {
    const { queue, start } = setUp();
    const warn = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    let told = 0;
    const learning = await start({}, () => {
      told++;
      throw new Error('no room for a line');
    });
    add(queue, [[4, 8]]);
    expect(await learning.round()).toMatchObject({ outcome: 'swapped', version: 1 });
    expect(await learning.round()).toMatchObject({ outcome: 'swapped', version: 2 });
    await expect(learning.rollBack('1' as never)).rejects.toThrow("expected the number of a version, got '1'");
    await learning.close();
    expect(told).toBe(2);
    expect(warn.mock.calls).toEqual(
      Array(2).fill(['online: onRound failed: no room for a line', { code: 'TORCH_WARNING' }]),
    );
    warn.mockRestore();
  }, 120_000);

  test('a worker that dies, or returns something else, costs its round', async () => {
    const { queue, served, rounds, start } = setUp();
    add(queue, [[4, 8]]);
    const dying = await start({ mode: 'die' });
    expect(await dying.round()).toMatchObject({
      outcome: 'failed',
      error: 'the worker ended with 9 before its run did',
    });
    await dying.close();
    const odd = await start({ mode: 'odd' });
    expect(await odd.round()).toMatchObject({ outcome: 'failed', error: expect.stringContaining('got 5') as string });
    await odd.close();
    expect([served, rounds.length, queue.length]).toEqual([[], 2, 1]);
  }, 120_000);
});
