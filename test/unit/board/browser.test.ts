/** The board's page in a real browser: Debian's Chromium, or what LIBTORCH_NODE_CHROMIUM names. Needs `npm run build:ts`. */
import { appendFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { type Browser, type BrowserContextOptions, type Page, chromium } from 'playwright-core';
import { Board } from '../../../lib/board/server';
import { histogram, hyperParameters, keepBeating, line, picture, scalar, text, writeEvents, writeRun } from './samples';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env['LIBTORCH_NODE_CHROMIUM'], ...CANDIDATES].find((file) => file && existsSync(file));
const root = path.resolve(__dirname, '../../..');
const shots = path.join(root, 'build/screenshots');
const pages = path.join(root, 'dist/board/page');
const axe = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

/** How long the page may take for anything, on a machine that is busy. */
const LONG = 120_000;

const HOSTILE = '<img src=x onerror="window.hurt=1"><script>window.hurt=1</script>';
const VIEWS = ['Curves', 'Parameters', 'Confusion', 'Histograms', 'Images', 'Text', 'System', 'Checkpoints'] as const;

/** Runs of every kind. */
function fill(folder: string): void {
  const lrs = [0.1, 0.03, 0.01, 0.003, 0.001];
  lrs.forEach((lr, i) =>
    writeRun(folder, `sweep/lr-${lr}`, {
      ...{ seed: i + 2, classes: 4, steps: 400, epochs: 8, started: Date.now() - (9 - i) * 3_600_000 },
      config: {
        lr,
        optimizer: i % 2 ? 'adam' : 'sgd',
        model: { layers: 2 + (i % 3), hidden: 64 * 2 ** (i % 3) },
        seed: 1,
      },
    }),
  );
  writeRun(folder, 'failed', { steps: 120, end: 'failed', config: { lr: 5 }, started: Date.now() - 20 * 3_600_000 });
  writeRun(folder, 'killed', { steps: 90, end: null, lock: '999999999 0', started: Date.now() - 30 * 3_600_000 });
  writeRun(folder, HOSTILE.replaceAll('/', '∕'), {
    steps: 30,
    config: { [HOSTILE]: HOSTILE },
    started: Date.now() - 40 * 3_600_000,
  });
  const steps = Array.from({ length: 12 }, (_, i) => i * 10);
  writeEvents(path.join(folder, 'tensorboard run'), [
    hyperParameters({ lr: 0.01, optimizer: 'adam' }),
    ...steps.flatMap((at) => [
      scalar('loss/total', at, 3 / (1 + at)),
      histogram('weights', at, at / 200, 0.6),
      histogram('bias', at, -at / 150, 0.3),
    ]),
    ...steps.map((at) => picture('samples', at)),
    ...steps.map((at) => text('notes', at, `# Step ${at}\n${HOSTILE}\nA longer text, which is shown as it is.`)),
  ]);
  mkdirSync(path.join(folder, 'corrupt'));
  writeFileSync(path.join(folder, 'corrupt/events.jsonl'), 'no event\n');
}

(executablePath ? describe : describe.skip)('the page', () => {
  let folder: string;
  let board: Board;
  let browser: Browser;
  const errors: string[] = [];
  const open: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'board-browser-'));
    fill(folder);
    board = await start(folder, 0);
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
    mkdirSync(shots, { recursive: true });
  });

  afterEach(async () => {
    for (const context of open.splice(0)) await context.close();
    expect(errors.splice(0)).toEqual([]);
  });

  afterAll(async () => {
    await browser?.close();
    await board?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const start = (where: string, port: number, control = false, scanMs = 300): Promise<Board> => {
    const inspect = async (file: string): Promise<unknown> => ({
      ...{ format: 'torch.save (zip)', bytes: 4000, values: { epoch: 8 } },
      tensors: [{ name: `fc.weight of ${path.basename(file)}`, dtype: 'float32', shape: [10, 100], bytes: 4000 }],
    });
    return Board.start({ folder: where, port, pages, pollMs: 100, scanMs, control, inspect });
  };

  async function page(options: BrowserContextOptions = {}, url = board.url): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, ...options });
    open.push(context);
    context.setDefaultTimeout(LONG);
    const one = await context.newPage();
    one.on('pageerror', (error) => errors.push(error.message));
    one.on('console', (message) => {
      // A server that has gone is what one of the tests is about.
      if (message.type() === 'error' && !/ERR_CONNECTION|ERR_EMPTY|ERR_INCOMPLETE/.test(message.text()))
        errors.push(message.text());
    });
    one.on('request', (sent) => {
      if (!sent.url().startsWith(new URL(url).origin) && !sent.url().startsWith('data:'))
        errors.push(`asked ${sent.url()}`);
    });
    await one.goto(url);
    // On a phone the list is in a drawer.
    await one.locator('.run').first().waitFor({ state: 'attached' });
    return one;
  }

  const show = async (one: Page, view: string): Promise<void> => {
    await one.getByRole('tab', { name: view, exact: true }).click();
    // What is out of sight asks for nothing, and waits.
    const waits =
      "[...document.querySelectorAll('main .waiting')].some((one) => one.getBoundingClientRect().top < innerHeight)";
    for (let i = 0; i < 600 && (await one.evaluate(waits)); i++) await one.waitForTimeout(50);
  };

  /** What is shown comes a little later than what was done: looks until it is there. */
  async function becomes(read: () => unknown, wanted: unknown): Promise<void> {
    for (let i = 0; i < 1200 && !isDeepStrictEqual(await read(), wanted); i++) await sleep(50);
    expect(await read()).toEqual(wanted);
  }

  const runOf = (one: Page, name: string) => one.locator('.run', { hasText: name });

  /** Whether something of a chart is drawn: how many pixels are not of the ground. */
  const pixels = (one: Page, card: string): Promise<number> =>
    one
      .locator('.card', { hasText: card })
      .locator('canvas')
      .first()
      .evaluate((canvas: any) => {
        const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
        let count = 0;
        for (let i = 3; i < data.length; i += 4) if (data[i] > 200) count++;
        return count;
      });

  async function checkAccess(one: Page): Promise<void> {
    await one.evaluate(axe);
    const result: any = await one.evaluate(`axe.run(document, { resultTypes: ['violations'] })`);
    expect(
      result.violations.map(({ id, nodes }: any) => [
        id,
        nodes.map(({ html, failureSummary }: any) => `${html.slice(0, 200)} ${failureSummary}`),
      ]),
    ).toEqual([]);
  }

  test('lists runs with their states, and draws the newest', async () => {
    const one = await page();
    await becomes(() => one.locator('.run').count(), 10);
    const state = (name: string): Promise<string> => runOf(one, name).locator('.state').first().innerText();
    const names = ['lr-0.1', 'failed', 'killed', 'corrupt'];
    const wanted = ['finished', 'failed', 'killed', 'unreadable'];
    await becomes(() => Promise.all(names.map(state)), wanted);
    await one.locator('.card canvas').first().waitFor();
    await becomes(async () => (await pixels(one, 'train/loss_step')) > 500, true);
    await one.screenshot({ path: path.join(shots, 'board-light.png') });
    expect(await one.evaluate('window.hurt')).toBeUndefined();
  });

  test.each(['light', 'dark'] as const)('%s: every view can be read by everybody', async (colorScheme) => {
    const one = await page({ colorScheme, bypassCSP: true });
    await one.locator('.pick', { hasText: 'tensorboard run' }).click();
    for (const view of VIEWS) {
      await show(one, view);
      await one.waitForTimeout(300);
      await checkAccess(one);
      await one.screenshot({ path: path.join(shots, `board-${view.toLowerCase()}-${colorScheme}.png`) });
    }
    await runOf(one, 'failed').locator('.name').click();
    await show(one, 'Curves');
    await one.waitForTimeout(300);
    await checkAccess(one);
    await one.screenshot({ path: path.join(shots, `board-one-${colorScheme}.png`) });
    expect(await one.evaluate('window.hurt')).toBeUndefined();
  });

  test('fits a phone', async () => {
    const one = await page({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, bypassCSP: true });
    for (const view of VIEWS) {
      await show(one, view);
      await one.waitForTimeout(200);
      const tooWide = 'document.documentElement.scrollWidth - innerWidth';
      await becomes(async () => [view, await one.evaluate(tooWide)], [view, 0]);
      const cut = `[...document.querySelectorAll('main .list button')].filter((one) => one.getBoundingClientRect().right > innerWidth).length`;
      await becomes(async () => [view, await one.evaluate(cut)], [view, 0]);
    }
    await show(one, 'Curves');
    await one.waitForTimeout(300);
    await checkAccess(one);
    await one.screenshot({ path: path.join(shots, 'board-phone.png') });
    await one.getByRole('button', { name: /^Runs/ }).click();
    await one.screenshot({ path: path.join(shots, 'board-phone-runs.png') });
    await runOf(one, 'killed').locator('.name').click();
    await one.getByRole('button', { name: /^Runs/ }).click();
    await one.screenshot({ path: path.join(shots, 'board-phone-one.png'), fullPage: true });
  });

  test('filters, compares, smooths and zooms', async () => {
    const one = await page();
    await one.fill('#filter', 'optimizer=adam lr<0.01');
    await becomes(() => one.locator('.run').count(), 1);
    await one.fill('#filter', 'no such run');
    expect(await one.locator('.nothing').innerText()).toMatch(/No run fits/);
    await one.fill('#filter', '');
    await one.getByRole('button', { name: /^broken/ }).click();
    await becomes(() => one.locator('.run').count(), 3);
    await one.getByRole('button', { name: /^broken/ }).click();
    await runOf(one, 'lr-0.1').locator('.name').click();
    await runOf(one, 'lr-0.003').locator('.pick').click();
    await one.getByRole('heading', { name: '2 runs compared' }).waitFor();
    const chart = one.locator('.card', { hasText: 'validation/loss' }).locator('.plot');
    await chart.waitFor();
    await becomes(async () => (await pixels(one, 'validation/loss')) > 0, true);
    const before = await pixels(one, 'validation/loss');
    await one.getByLabel('Logarithmic').check();
    await one.getByRole('button', { name: 'Duration' }).click();
    await becomes(async () => (await pixels(one, 'validation/loss')) === before, false);
    await one.getByRole('button', { name: 'Steps' }).click();
    await chart.focus();
    await one.keyboard.press('+');
    await one.getByRole('button', { name: 'Show all', exact: true }).last().waitFor();
    await one.keyboard.press('0');
    await one.locator('.tools').getByRole('button', { name: 'Show all' }).waitFor({ state: 'detached' });
    // What is shown stays after a reload.
    await one.reload();
    await one.getByRole('heading', { name: '2 runs compared' }).waitFor();
    expect(await one.getByLabel('Logarithmic').isChecked()).toBe(true);
    await one
      .locator('.card', { hasText: 'validation/loss' })
      .getByRole('button', { name: /Figures/ })
      .click();
    // The figures come with the curves.
    await one.locator('.card table tbody tr').nth(1).waitFor();
    expect(await one.locator('.card table tbody tr').count()).toBe(2);
    await one.locator('.card', { hasText: 'validation/loss' }).locator('.u-over').hover();
    expect(await one.locator('.tip').innerText()).toMatch(/step \d+/);
  });

  test('works with keys alone', async () => {
    const one = await page();
    await one.keyboard.press('Tab');
    await becomes(() => one.evaluate('document.activeElement.className'), 'skip');
    await one.keyboard.press('Enter');
    await becomes(() => one.evaluate('document.activeElement.id'), 'view');
    await one.keyboard.press('2');
    await one.locator('table.parameters').waitFor();
    await one.keyboard.press('?');
    await one.getByRole('dialog').waitFor();
    await one.keyboard.press('Escape');
    await one.getByRole('dialog').waitFor({ state: 'detached' });
    await one.keyboard.press('j');
    await one.locator('.overview.one h1').waitFor();
    await one.keyboard.press('/');
    await one.keyboard.type('killed');
    await becomes(() => one.locator('.run').count(), 1);
    await one.getByRole('tab', { selected: true }).focus();
    await one.keyboard.press('ArrowRight');
    await becomes(() => one.evaluate('document.activeElement.id'), 'tab-confusion');
  });

  test('looks into a checkpoint', async () => {
    const one = await page();
    await runOf(one, 'lr-0.1').locator('.name').click();
    await show(one, 'Checkpoints');
    await one.getByRole('button', { name: 'Inspect last.pt' }).click();
    await one.getByRole('dialog').getByText('fc.weight of last.pt').waitFor();
  });

  test('shows texts and names as they are', async () => {
    const one = await page();
    await runOf(one, 'tensorboard run').locator('.name').click();
    await show(one, 'Text');
    expect(await one.locator('pre.text').innerText()).toContain(HOSTILE);
    await one.locator('.run .name', { hasText: 'onerror' }).click();
    expect(await one.locator('.overview h1').innerText()).toContain('onerror');
    await show(one, 'Parameters');
    expect(await one.evaluate('window.hurt')).toBeUndefined();
    expect(await one.locator('main img[src="x"], main script').count()).toBe(0);
  });

  test('follows a run that goes on, is killed, and a server that goes and comes back', async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'board-live-'));
    const run = writeRun(own, 'live', { steps: 20, end: null, lock: `${process.pid} 0`, started: Date.now() - 15_000 });
    const stopBeating = keepBeating(run);
    let live = await start(own, 0);
    const port = Number(new URL(live.url).port);
    try {
      const one = await page({}, live.url);
      await runOf(one, 'live').locator('.state.running').waitFor();
      appendFileSync(
        path.join(run, 'events.jsonl'),
        line({ type: 'step', time: Date.now(), step: 777, epoch: 3, loss: 0.25, lr: [0.1], rate: 5 }),
      );
      await one.locator('.overview dd', { hasText: '777' }).waitFor();
      writeFileSync(path.join(run, '.lock'), '999999999 0');
      await runOf(one, 'live').locator('.state.killed').waitFor();
      await live.close();
      await one.locator('.offline').waitFor();
      await one.screenshot({ path: path.join(shots, 'board-lost.png') });
      live = await start(own, port);
      await one.locator('.offline').waitFor({ state: 'detached' });
      expect(await one.locator('.connection').innerText()).toBe('live');
    } finally {
      stopBeating();
      await live.close();
      rmSync(own, { recursive: true, force: true });
    }
  });

  test('pauses and stops runs with --control', async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'board-control-'));
    const run = writeRun(own, 'live', { steps: 20, end: null, lock: `${process.pid} 0`, started: Date.now() - 15_000 });
    const stopBeating = keepBeating(run);
    const live = await start(own, 0, true);
    try {
      const one = await page({}, live.url);
      expect(one.url()).not.toContain('token');
      const file = path.join(run, 'control.json');
      const sent = (): unknown => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null);
      await one.getByRole('button', { name: 'Pause' }).click();
      await one.locator('.controls output', { hasText: 'pausing' }).waitFor();
      await becomes(sent, { command: 'pause' });
      appendFileSync(path.join(run, 'events.jsonl'), line({ type: 'paused', time: Date.now(), step: 20, epoch: 3 }));
      await one.getByRole('button', { name: 'Go on' }).click();
      await becomes(sent, { command: 'resume' });
      one.on('dialog', (dialog) => void dialog.accept());
      await one.getByRole('button', { name: 'Stop' }).click();
      await becomes(sent, { command: 'stop' });
    } finally {
      stopBeating();
      await live.close();
      rmSync(own, { recursive: true, force: true });
    }
  });

  test('500 runs and a million points stay fluid; nothing at all says what to do', async () => {
    const own = mkdtempSync(path.join(tmpdir(), 'board-many-'));
    const live = await start(own, 0, false, 2000);
    try {
      const context = await browser.newContext({ viewport: { width: 1360, height: 860 }, bypassCSP: true });
      open.push(context);
      context.setDefaultTimeout(LONG);
      const one = await context.newPage();
      await one.goto(live.url);
      await one.getByRole('heading', { name: 'No runs yet' }).waitFor();
      await checkAccess(one);
      await one.screenshot({ path: path.join(shots, 'board-empty.png') });
      for (let i = 0; i < 500; i++) writeRun(own, `run-${i}`, { steps: 12, seed: i + 1, config: { lr: 1 / (i + 1) } });
      const long = path.join(own, 'long');
      mkdirSync(long);
      let lines = '';
      for (let step = 1; step <= 1_000_000; step++) {
        lines += `{"type":"step","time":${Date.now()},"epoch":0,"step":${step},"loss":${step === 500_000 ? 9 : Math.cos(step / 9e4)}}\n`;
        if (step % 100_000 !== 0) continue;
        appendFileSync(path.join(long, 'events.jsonl'), lines);
        lines = '';
      }
      await one.locator('.bulk', { hasText: '501 runs' }).waitFor();
      await one.fill('#filter', 'long');
      await one.locator('.run .name', { hasText: 'long' }).click();
      await one.locator('.overview dd', { hasText: '1,000,000' }).waitFor();
      const curve: any = await one.evaluate(
        `fetch('/api/curves?name=train/loss_step&points=900&run=' + document.querySelector('.run').dataset.run).then((r) => r.json())`,
      );
      expect([curve[0].points, curve[0].values.includes(9)]).toEqual([1_000_000, true]);
      expect(curve[0].steps.length).toBeLessThan(1200);
      await one.fill('#filter', '');
      await one.locator('.bulk').getByRole('button', { name: 'Show all' }).click();
      await one.getByRole('heading', { name: '501 runs compared' }).waitFor();
      await one.locator('.card canvas').first().waitFor();
      await one.screenshot({ path: path.join(shots, 'board-500.png') });
    } finally {
      await live.close();
      rmSync(own, { recursive: true, force: true });
    }
  });
});
