import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { Board } from '../../../lib/board/server';
import { rounds } from '../../harness/extent';
import type { Figure, OwnSuite } from '../../harness/types';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const RUNS = 100;
const STEPS = 2000;
const ROUNDS = rounds(7);

function fill(folder: string): void {
  for (let i = 0; i < RUNS; i++) {
    const run = path.join(folder, `run ${i}`);
    mkdirSync(run);
    writeFileSync(path.join(run, 'config.json'), JSON.stringify({ lr: 1 / (i + 1), hidden: 64 }));
    const lines = Array.from({ length: STEPS }, (_, step) =>
      JSON.stringify({
        time: 1.7e12 + i * 1e6 + step * 100,
        type: 'step',
        epoch: 0,
        step,
        loss: Math.exp(-step / 500) + 0.1 * Math.sin(step * (i + 1)),
        lr: [0.1],
        rate: 100,
      }),
    );
    writeFileSync(path.join(run, 'events.jsonl'), `${lines.join('\n')}\n`);
  }
}

/** From a click on the address to the first paint, and to the list and the first curve. The server has just started. */
async function open(browser: Browser, folder: string): Promise<readonly [paint: number, list: number, curve: number]> {
  const board = await Board.start({ folder, port: 0, pages: path.resolve(__dirname, '../../../dist/board/page') });
  const page = await browser.newPage();
  try {
    const start = performance.now();
    await page.goto(board.url, { waitUntil: 'commit' });
    await page.locator('.run').first().waitFor();
    const list = performance.now() - start;
    await page.locator('.card canvas').first().waitFor();
    const curve = performance.now() - start;
    const paint = (await page.evaluate(
      "performance.getEntriesByName('first-contentful-paint')[0].startTime",
    )) as number;
    return [paint, list, curve];
  } finally {
    await page.close();
    await board.close();
  }
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] as number;

/** The board's page in Chromium with a hundred runs. */
export const suite: OwnSuite = {
  title: 'Board',
  measure: async (): Promise<readonly Figure[]> => {
    const executablePath = [process.env['LIBTORCH_NODE_CHROMIUM'], ...CANDIDATES].find(
      (file) => file && existsSync(file),
    );
    if (!executablePath) throw new Error('there is no Chromium');
    const folder = mkdtempSync(path.join(tmpdir(), 'bench-board-'));
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    try {
      fill(folder);
      const opened: (readonly [number, number, number])[] = [];
      for (let i = 0; i < ROUNDS; i++) opened.push(await open(browser, folder));
      const names = ['first paint', 'the list of runs', 'the first curve'];
      return names.map((name, i) => ({
        name: `${name} with ${RUNS} runs`,
        value: median(opened.map((round) => round[i] as number)) / 1000,
        unit: 's',
        ...(i === 0 ? { atMost: 1 } : {}),
      }));
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
