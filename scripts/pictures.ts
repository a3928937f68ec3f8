/**
 * Takes the pictures of the documentation anew, into docs/images: `node scripts/run-ts.cjs scripts/pictures.ts [board] [backend]`. Needs
 * `npm run build` before, Debian's Chromium (or what LIBTORCH_NODE_CHROMIUM names), and for `backend` the mails of the examples.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { Board } from '../lib/board/server';
import { keepBeating, writeRun } from '../test/unit/board/samples';
import { BackendProcess } from '../test/unit/examples/server';

const root = path.resolve(__dirname, '..');
const images = path.join(root, 'docs/images');
const executablePath = process.env['LIBTORCH_NODE_CHROMIUM'] ?? '/usr/bin/chromium';
const LONG = 600_000;
const HOUR = 3_600_000;

/** A sweep that has finished, a run that failed, and one that goes on. Returns what ends the last one's heartbeat. */
function fill(folder: string): () => void {
  [0.1, 0.03, 0.01, 0.003, 0.001, 0.0003].forEach((lr, i) => {
    const optimizer = i % 2 ? 'adam' : 'sgd';
    writeRun(folder, `digits/${optimizer}-${lr}`, {
      ...{ seed: i + 2, classes: 4, steps: 600, epochs: 10, started: Date.now() - (8 - i) * HOUR },
      config: { lr, optimizer, layers: 2 + (i % 3), hidden: 64 * 2 ** ((i * 2) % 3) },
    });
  });
  writeRun(folder, 'digits/too-fast', {
    ...{ steps: 120, end: 'failed', config: { lr: 5, optimizer: 'sgd' }, started: Date.now() - 12 * HOUR },
  });
  const going = { steps: 500, epochs: 4, end: null, lock: `${process.pid} 0`, seed: 1, started: Date.now() - 500_000 };
  return keepBeating(writeRun(folder, 'overnight', { ...going, config: { lr: 0.001, optimizer: 'adam' } }));
}

async function open(browser: Browser, url: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options);
  context.setDefaultTimeout(LONG);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

/** When everything that is in sight has come, and the lines have been drawn. */
async function take(page: Page, name: string): Promise<void> {
  const waits = `[...document.querySelectorAll('main .waiting')].some((one) => one.getBoundingClientRect().top < innerHeight)`;
  while (await page.evaluate(waits)) await page.waitForTimeout(50);
  await page.waitForTimeout(1000);
  await page.screenshot({ path: path.join(images, name) });
  console.log(name);
}

async function ofBoard(browser: Browser): Promise<void> {
  const above = mkdtempSync(path.join(tmpdir(), 'pictures-'));
  const folder = path.join(above, 'runs');
  mkdirSync(folder);
  const end = fill(folder);
  const board = await Board.start({ folder, port: 0, pages: path.join(root, 'dist/board/page') });
  try {
    const viewport = { width: 1280, height: 760 };
    const wide = await open(browser, board.url, { viewport });
    await wide.locator('.card canvas').first().waitFor();
    await take(wide, 'board.png');

    const dark = await open(browser, board.url, { viewport, colorScheme: 'dark' });
    await dark.fill('#filter', 'digits !failed');
    await dark.getByRole('button', { name: 'Show all' }).click();
    await dark.getByRole('tab', { name: 'Parameters', exact: true }).click();
    await take(dark, 'board-parameters.png');

    const phone = await open(browser, board.url, {
      ...{ viewport: { width: 390, height: 760 }, hasTouch: true, isMobile: true },
    });
    await phone.locator('.card canvas').first().waitFor();
    await take(phone, 'board-phone.png');
  } finally {
    end();
    await board.close();
    rmSync(above, { recursive: true, force: true });
  }
}

/** A run on the example's mails, in its third epoch. */
async function ofBackend(browser: Browser): Promise<void> {
  const server = await BackendProcess.start();
  try {
    const page = await open(browser, server.url, { viewport: { width: 1240, height: 960 } });
    await page.fill('#start [name=epochs]', '3');
    await page.click('#start button');
    while (Number(await page.evaluate(`document.getElementById('progress').value`)) < 0.8)
      await page.waitForTimeout(100);
    await page.fill('#classify [name=text]', 'Congratulations, you have won! Click here to claim your free money');
    await page.click('#classify button');
    await page.locator('#answer', { hasText: /spam|ham/ }).waitFor();
    await page.evaluate('scrollTo(0, 0)');
    await take(page, 'backend.png');
  } finally {
    await server.stop();
  }
}

const PICTURES = { board: ofBoard, backend: ofBackend };

async function main(): Promise<void> {
  const asked = process.argv.slice(2);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    for (const [name, picture] of Object.entries(PICTURES)) {
      if (asked.length === 0 || asked.includes(name)) await picture(browser);
    }
  } finally {
    await browser.close();
  }
}

void main();
