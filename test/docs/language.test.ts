/** examples/language in short form. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(__dirname, '../..');
let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'language-examples-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(name: string, ...args: string[]): Promise<string> {
  const program = [path.join(root, 'scripts/run-ts.cjs'), path.join(root, 'examples/language', name)];
  const { stdout } = await promisify(execFile)(process.execPath, [...program, ...args], {
    cwd: folder,
    timeout: 240_000,
  });
  return stdout;
}

test('a Llama writes characters', async () => {
  const said = await run('characters.ts', '--steps', '3', '--prompt', 'The ');
  expect(said).toMatch(/step 3\/3 +loss \d\.\d{3}\n\nThe /);
  expect(said).toMatch(/perplexity[^]*│ +3 +│ +'\d\.\d{3}' +│ +'\d+\.\d' +│/);
}, 300_000);

test('a Llama is tuned by an adapter', async () => {
  const out = path.join(folder, 'lora');
  const said = await run('lora.ts', '--epochs', '1', '--examples', '32', '--out', out);
  expect(said).toContain('trainable params');
  expect(JSON.parse(readFileSync(path.join(out, 'adapter_config.json'), 'utf8'))).toMatchObject({
    peft_type: 'LORA',
    r: 8,
  });
  expect(existsSync(path.join(out, 'adapter_model.safetensors'))).toBe(true);
}, 300_000);

test('a BERT learns what is good', async () => {
  const out = path.join(folder, 'sentiment');
  const said = await run('sentiment.ts', '--epochs', '2', '--out', out);
  expect(said).toMatch(/wonderful[^\n]*'0\.0\d+'[^\n]*'0\.9\d+'/);
  const files = ['config.json', 'model.safetensors', 'tokenizer.json', 'tokenizer_config.json'];
  expect(files.filter((name) => !existsSync(path.join(out, name)))).toEqual([]);
  const again = await run('sentiment.ts', '--model', out, '--epochs', '1', '--out', path.join(folder, 'again'));
  expect(again).toContain('the model is in');
}, 300_000);
