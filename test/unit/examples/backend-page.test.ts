/** The example's page in a real browser: Debian's Chromium, or what LIBTORCH_NODE_CHROMIUM names. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, type Page, chromium } from 'playwright-core';
import { BackendProcess, table } from './server';

const CANDIDATES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = [process.env['LIBTORCH_NODE_CHROMIUM'], ...CANDIDATES].find((file) => file && existsSync(file));
const shots = path.resolve(__dirname, '../../../build/screenshots');

/** Without a browser these tests are reported as skipped. */
const inBrowser = executablePath ? describe : describe.skip;

inBrowser('the page', () => {
  let server: BackendProcess;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    server = await BackendProcess.start();
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(server.url);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });

  const text = (id: string): Promise<string> => page.locator(`#${id}`).innerText();
  const shows = (id: string, hasText: RegExp): Promise<void> => page.locator(`#${id}`, { hasText }).waitFor();
  const becomes = (state: string): Promise<void> => shows('state', new RegExp(`^${state}$`));

  async function train(rows: number, epochs: number): Promise<void> {
    const file = path.join(server.folder, `${rows}.csv`);
    writeFileSync(file, table(rows));
    await page.setInputFiles('#start [name=file]', file);
    await page.fill('#start [name=epochs]', String(epochs));
    await page.fill('#start [name=lr]', '0.01');
    await page.click('#start button');
  }

  test('shows a run live, and classifies a sentence', async () => {
    await train(400, 4);
    await becomes('finished');
    expect(await text('step')).toBe('40');
    expect(await text('accuracy')).toBe('1.000');
    expect(await text('loss')).toMatch(/^0\.\d{4}$/);
    expect(Number(await text('lr'))).toBe(0.01);
    expect(await page.evaluate("document.getElementById('progress').value")).toBe(1);
    await page.fill('#classify [name=text]', 'free money for the winner');
    await page.click('#classify button');
    await shows('answer', /./);
    expect(await text('answer')).toMatch(/^spam \(9\d\.\d %\)$|^spam \(100\.0 %\)$/);
    // Something is drawn: the charts have pixels of the color of their first line.
    for (const id of ['losses', 'accuracies']) expect(await pixelsOf(page, id)).toBeGreaterThan(50);
    mkdirSync(shots, { recursive: true });
    await page.screenshot({ path: path.join(shots, 'backend.png') });
  });

  test('pauses, goes on, and stops', async () => {
    await train(2000, 100);
    await becomes('running');
    await shows('step', /[3-9]|../);
    await page.click('#pause');
    await becomes('paused');
    expect(await page.locator('#pause').isDisabled()).toBe(true);
    await page.click('#resume');
    await becomes('running');
    await page.click('#stop');
    await becomes('aborted');
    expect(await page.locator('#restart').isDisabled()).toBe(false);
    expect(await page.locator('#runs li').count()).toBe(2);
    expect(await page.locator('#runs li').first().innerText()).toMatch(/upload, aborted$/);
  });

  test('says what is wrong with an upload', async () => {
    const file = path.join(server.folder, 'wrong.csv');
    writeFileSync(file, 'a,b\n1,2\n');
    await page.setInputFiles('#start [name=file]', file);
    await page.click('#start button');
    await shows('message', /./);
    expect(await text('message')).toMatch(/columns 'text' and 'label'/);
  });

  test('a page that is reloaded, and a second one, show the same', async () => {
    const figures = (of: Page): Promise<string[]> =>
      Promise.all(['state', 'step', 'accuracy'].map((id) => of.locator(`#${id}`).innerText()));
    // The finished run, which is not the newest.
    await page.locator('#runs li button').last().click();
    await becomes('finished');
    await shows('step', /^40$/);
    const before = await figures(page);
    await page.reload();
    await becomes('finished');
    await shows('step', /^40$/);
    expect(await figures(page)).toEqual(before);
    expect(await page.evaluate("document.getElementById('progress').value")).toBe(1);
    expect(await page.locator('#restart').isDisabled()).toBe(true);
    expect(await pixelsOf(page, 'losses')).toBeGreaterThan(50);

    const second = await browser.newPage();
    await second.goto(server.url);
    await second.locator('#state', { hasText: /^aborted$/ }).waitFor();
    expect(await second.locator('#restart').isDisabled()).toBe(false);
    // What is done in one is seen in the other: the run goes on, its buttons, a new run.
    await page.locator('#runs li button').first().click();
    await becomes('aborted');
    await second.click('#restart');
    await becomes('running');
    expect(await page.locator('#stop').isDisabled()).toBe(false);
    await page.click('#stop');
    await second.locator('#state', { hasText: /^aborted$/ }).waitFor();
    await train(20, 1);
    await second.locator('#runs li').nth(2).waitFor();
    await second.locator('#runs li:first-child', { hasText: /upload, finished$/ }).waitFor();
    await becomes('finished');
    await second.close();
  });

  test('has texts for what it draws', async () => {
    await page.locator('#runs li button').last().click();
    await becomes('finished');
    await page
      .locator('#losses[aria-label^="Loss: training 0."][aria-label*="at step 1, "][aria-label*="; held out"]')
      .waitFor();
    await page
      .getByRole('img', { name: /^Accuracy: training .* at step 40; held out .* 1\.000 at step 40$/ })
      .waitFor();
    expect(await page.getByRole('progressbar', { name: 'Progress of the run' }).count()).toBe(1);
    expect(await page.getByRole('textbox', { name: 'A sentence to classify' }).count()).toBe(1);
    await page.click('summary');
    expect(await page.locator('#epochs tr').count()).toBe(4);
    expect(await page.locator('#epochs tr').last().innerText()).toMatch(
      /^4\s+40\s+0\.\d{3}\s+0\.\d{3}\s+1\.000\s+1\.000$/,
    );
  });

  test('has no errors of its own', () => {
    // The refused upload is logged by the browser.
    expect(errors.filter((error) => !error.includes('400'))).toEqual([]);
  });

  test('says that the server is gone, and goes on when it is there again', async () => {
    const { port } = new URL(server.url);
    expect(await page.locator('#offline').isHidden()).toBe(true);
    await server.end('SIGTERM');
    await page.getByRole('alert').filter({ hasText: 'The server does not answer' }).waitFor();
    await page.click('#classify button', { timeout: 100 }).catch(() => undefined);
    server = await BackendProcess.start(server.folder, Number(port));
    await page.locator('#offline').waitFor({ state: 'hidden', timeout: 30_000 });
    await becomes('finished');
    await shows('step', /^40$/);
    expect(await page.locator('#epochs tr').count()).toBe(4);
  });
});

// What runs in the page is text: this program has no types of a browser.

/** How many pixels of a chart have the color of its first series, #2f5fd0. */
function pixelsOf(page: Page, id: string): Promise<number> {
  return page.evaluate(`(() => {
    const canvas = document.querySelector('#${id} canvas');
    const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) {
      const off = Math.abs(data[i] - 0x2f) + Math.abs(data[i + 1] - 0x5f) + Math.abs(data[i + 2] - 0xd0);
      if (off < 30 && data[i + 3] > 200) count++;
    }
    return count;
  })()`);
}
