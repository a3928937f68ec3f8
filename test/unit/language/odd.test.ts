/** What nobody means: folders of other models, configs of other libraries, generation that ends half-way. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import * as language from '../../../lib/language/index';
import { liveTensors } from '../../support/live';

const SIZES = { vocabSize: 20, hiddenSize: 8, numHiddenLayers: 2, numAttentionHeads: 2, intermediateSize: 8 };
const PROMPT = torch.tensor([[1, 2, 3]]);
let folder: string;
const at = (...names: string[]): string => path.join(folder, ...names);
let warned: jest.SpyInstance;

function llama(more: object = {}): language.LlamaForCausalLM {
  torch.manualSeed(2);
  const config = new language.LlamaConfig({ ...SIZES, maxPositionEmbeddings: 32, eosTokenId: null, ...more });
  return new language.LlamaForCausalLM(config).eval();
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'language-odd-'));
  await llama().savePretrained(at('llama'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => (warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined)));
afterEach(() => warned.mockRestore());

/** The folder with other fields in its config. */
function changed(name: string, fields: object): string {
  mkdirSync(at(name), { recursive: true });
  const config = JSON.parse(readFileSync(at('llama', 'config.json'), 'utf8')) as object;
  writeFileSync(at(name, 'config.json'), JSON.stringify({ ...config, ...fields }));
  writeFileSync(at(name, 'model.safetensors'), readFileSync(at('llama', 'model.safetensors')));
  return at(name);
}

test('fields of a config that nobody knows are kept and written back', async () => {
  const own = { our_note: 'made by us', nested: { deep: [1, 2.5, null] } };
  const model = await language.AutoModelForCausalLM.fromPretrained(changed('noted', own));
  expect(model.config.extra).toMatchObject(own);
  await model.savePretrained(at('copy'));
  expect(JSON.parse(readFileSync(at('copy', 'config.json'), 'utf8'))).toMatchObject(own);
});

test('weights of other sizes: which, and what would fit', async () => {
  const wide = changed('wide', { vocab_size: 24, num_hidden_layers: 3 });
  await expect(language.AutoModelForCausalLM.fromPretrained(wide)).rejects.toThrow(
    /embed_tokens\.weight is \[20, 8\] in the file and \[24, 8\] in the model.*give the config that belongs to the weights/,
  );
  const model = await language.AutoModelForCausalLM.fromPretrained(wide, { ignoreMismatchedSizes: true });
  expect(model.getInputEmbeddings().weight.shape).toEqual([24, 8]);
  // Layers that the file lacks are drawn, with a warning that names them.
  expect(String(warned.mock.calls)).toContain('model.layers.2.');
});

test('a folder without a tokenizer, and one whose files are none', async () => {
  await expect(language.AutoTokenizer.fromPretrained(at('llama'))).rejects.toThrow(/tokenizer\.json is not there/);
  writeFileSync(at('llama', 'tokenizer.json'), '{"model": {"type": "Nothing"}}');
  await expect(language.AutoTokenizer.fromPretrained(at('llama'))).rejects.toThrow(/tokenizer\.json cannot be used/);
  writeFileSync(at('llama', 'tokenizer.json'), '[1, 2]');
  await expect(language.AutoTokenizer.fromPretrained(at('llama'))).rejects.toThrow(/tokenizer/);
  rmSync(at('llama', 'tokenizer.json'));
});

describe('generation that ends half-way leaves no tensor behind', () => {
  /** The tensors that a call leaves. */
  async function left(call: () => Promise<unknown>): Promise<number> {
    await call().catch(() => undefined);
    torch.sweep();
    const before = liveTensors();
    await call().catch(() => undefined);
    torch.sweep();
    return liveTensors() - before;
  }

  test.each([
    ['greedy', {}],
    ['drawn', { doSample: true, topP: 0.9, topK: 5, repetitionPenalty: 1.1 }],
    ['beams', { numBeams: 3 }],
    ['several texts', { doSample: true, numReturnSequences: 3 }],
  ])('aborted: %s', async (_, options) => {
    const model = llama();
    const count = await left(async () => {
      const stop = new AbortController();
      const long = model.generateAsync(PROMPT, { ...options, maxNewTokens: 25, signal: stop.signal });
      setImmediate(() => stop.abort(new Error('enough')));
      await long;
    });
    expect(count).toBeLessThanOrEqual(0);
  });

  test('a stream that is left, thrown into, and aborted', async () => {
    const model = llama();
    const leave = async (): Promise<void> => {
      for await (const _ of model.generateStream(PROMPT, { maxNewTokens: 20 })) break;
    };
    const fail = async (): Promise<void> => {
      for await (const _ of model.generateStream(PROMPT, { maxNewTokens: 20 })) throw new Error('in the loop');
    };
    const stop = async (): Promise<void> => {
      const control = new AbortController();
      for await (const _ of model.generateStream(PROMPT, { maxNewTokens: 20, signal: control.signal })) control.abort();
    };
    for (const way of [leave, fail, stop]) expect(await left(way)).toBeLessThanOrEqual(0);
  });

  test.each([
    ['one text', {}],
    ['beams', { numBeams: 2 }],
  ])('logits that become NaN: %s', async (_, options) => {
    const model = llama();
    let calls = 0;
    // The third token is not finite.
    model.lmHead.registerForwardHook((_module, _inputs, output) =>
      ++calls % 3 === 0 ? (output as torch.Tensor).mul(NaN) : undefined,
    );
    const run = async (): Promise<void> => void (await model.generateAsync(PROMPT, { ...options, maxNewTokens: 6 }));
    await expect(run()).rejects.toThrow(/logits of row 0 are not finite.*try bfloat16 or float32/);
    expect(await left(run)).toBeLessThanOrEqual(0);
    expect(() => model.generate(PROMPT, { ...options, maxNewTokens: 6 })).toThrow(/not finite/);
  });
});

test('prompts that are longer than the context, and disposed ones', async () => {
  const model = llama();
  const long = torch.ones([1, 33], { dtype: torch.int64 });
  const says = /prompt has 33 tokens, more than the 32 of the model's context/;
  expect(() => model.generate(long)).toThrow(says);
  await expect(model.generateAsync(long)).rejects.toThrow(says);
  await expect(model.generateStream(long).next()).rejects.toThrow(says);
  const gone = torch.tensor([[1, 2]]);
  gone.dispose();
  expect(() => model.generate(gone)).toThrow('disposed');
  await expect(model.generateAsync(gone)).rejects.toThrow('disposed');
  // The number of a word that there is not.
  expect(() => model.generate(torch.tensor([[1, 99]]))).toThrow(/out of/);
  await expect(model.generateAsync(torch.tensor([[1, -1]]))).rejects.toThrow(/out of/);
});
