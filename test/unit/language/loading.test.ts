/** What `fromPretrained` refuses, and what it says. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as torch from '../../../lib/index';
import * as language from '../../../lib/language/index';
import { turnsDuring } from '../../support/turns';

const BERT = {
  vocabSize: 20,
  hiddenSize: 8,
  numHiddenLayers: 1,
  numAttentionHeads: 2,
  intermediateSize: 8,
  maxPositionEmbeddings: 16,
};
const LLAMA = {
  vocabSize: 20,
  hiddenSize: 8,
  numHiddenLayers: 1,
  numAttentionHeads: 2,
  intermediateSize: 8,
  maxPositionEmbeddings: 16,
};
let folder: string;
const at = (name: string): string => path.join(folder, name);
let warned: jest.SpyInstance;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'language-loading-'));
  torch.manualSeed(1);
  await new language.BertForSequenceClassification(new language.BertConfig({ ...BERT, numLabels: 3 })).savePretrained(
    at('bert'),
  );
  await new language.LlamaForCausalLM(new language.LlamaConfig(LLAMA)).savePretrained(at('llama'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => (warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined)));
afterEach(() => warned.mockRestore());

const sequence = language.AutoModelForSequenceClassification;

test('another number of labels: which sizes, and the options that help', async () => {
  await expect(sequence.fromPretrained(at('bert'), { numLabels: 5 })).rejects.toThrow(
    /classifier\.weight is \[3, 8\] in the file and \[5, 8\] in the model.*numLabels: 3.*ignoreMismatchedSizes: true/,
  );
  const model = await sequence.fromPretrained(at('bert'), { numLabels: 5, ignoreMismatchedSizes: true });
  expect(model.config.numLabels).toBe(5);
  expect(model.stateDict()['classifier.weight']?.shape).toEqual([5, 8]);
  expect(String(warned.mock.calls[0])).toContain('classifier.weight');
});

test('a new head is drawn as transformers does, the same with one seed', async () => {
  const draw = async (): Promise<unknown> => {
    torch.manualSeed(3);
    const model = await language.AutoModelForTokenClassification.fromPretrained(at('bert'), {
      numLabels: 4,
      ignoreMismatchedSizes: true,
    });
    return model.stateDict()['classifier.weight']?.tolist();
  };
  const first = await draw();
  expect(await draw()).toEqual(first);
  expect(
    torch
      .tensor(first as number[][])
      .std()
      .item<number>(),
  ).toBeLessThan(0.05);
});

test('another architecture', async () => {
  await expect(language.BertModel.fromPretrained(at('llama'))).rejects.toThrow(
    /architecture 'llama', not of 'bert'; use AutoModel/,
  );
  const config = new language.BertConfig(BERT);
  mkdirSync(at('mixed'));
  writeFileSync(path.join(at('mixed'), 'config.json'), JSON.stringify(config));
  torch.saveSafetensors(
    new language.LlamaForCausalLM(new language.LlamaConfig(LLAMA)).model.stateDict(),
    path.join(at('mixed'), 'model.safetensors'),
  );
  await expect(language.AutoModel.fromPretrained(at('mixed'))).rejects.toThrow(
    /weights of another architecture than BertModel.*embeddings/,
  );
  await expect(language.AutoModelForSeq2SeqLM.fromPretrained(at('bert'))).rejects.toThrow(
    /'bert' has no such head; it has BertModel/,
  );
});

test('files that are missing or damaged', async () => {
  await expect(language.AutoModel.fromPretrained(at('nothing'))).rejects.toMatchObject({ code: 'ERR_TORCH_FILE' });
  mkdirSync(at('empty'));
  await expect(language.AutoModel.fromPretrained(at('empty'))).rejects.toThrow(/config\.json/);
  writeFileSync(path.join(at('empty'), 'config.json'), '{"model_type": "lama"}');
  await expect(language.AutoModel.fromPretrained(at('empty'))).rejects.toThrow(/'lama': did you mean 'llama'\?/);
  writeFileSync(path.join(at('empty'), 'config.json'), JSON.stringify(new language.BertConfig(BERT)));
  await expect(language.AutoModel.fromPretrained(at('empty'))).rejects.toThrow(
    /no weights.*model\.safetensors.*pytorch_model\.bin/,
  );
  writeFileSync(path.join(at('empty'), 'config.json'), '{"model_type": ');
  await expect(language.AutoModel.fromPretrained(at('empty'))).rejects.toThrow(/config\.json is no JSON/);
  writeFileSync(path.join(at('empty'), 'config.json'), '{"model_type": "bert", "hidden_size": "wide"}');
  await expect(language.AutoModel.fromPretrained(at('empty'))).rejects.toThrow(/'hiddenSize' should be an integer/);
  await expect(language.AutoTokenizer.fromPretrained(at('bert'))).rejects.toThrow(/tokenizer\.json is not there/);
});

test("dtypes: the folder's, another, and frequencies of positions that stay", async () => {
  const model = await language.LlamaForCausalLM.fromPretrained(at('llama'), { dtype: torch.bfloat16 });
  expect(model.lmHead.weight.dtype).toBe(torch.bfloat16);
  expect(model.model.rotaryEmb.invFreq.dtype).toBe(torch.float32);
  await model.savePretrained(at('half'));
  const again = await language.AutoModelForCausalLM.fromPretrained(at('half'));
  expect(again.getInputEmbeddings().weight.dtype).toBe(torch.bfloat16);
  expect(
    (await language.AutoModel.fromPretrained(at('half'), { dtype: torch.float32 })).getInputEmbeddings().weight.dtype,
  ).toBe(torch.float32);
});

test('loading draws nothing, makes no second copy, and lets the event loop run between layers', async () => {
  const wide = { ...LLAMA, hiddenSize: 64, intermediateSize: 64, numHiddenLayers: 24, vocabSize: 50 };
  torch.manualSeed(4);
  const made = new language.LlamaForCausalLM(new language.LlamaConfig(wide));
  await made.savePretrained(at('deep'));
  torch.manualSeed(5);
  const next = torch.rand([1]).item();
  torch.manualSeed(5);
  const model = await language.LlamaForCausalLM.fromPretrained(at('deep'));
  expect(torch.rand([1]).item()).toBe(next);
  expect(Object.entries(model.stateDict()).map(([name, one]) => [name, one.tolist()])).toEqual(
    Object.entries(made.stateDict()).map(([name, one]) => [name, one.tolist()]),
  );
  expect(model.parameters().every(({ requiresGrad, isLeaf }) => requiresGrad && isLeaf)).toBe(true);
  expect([...model.buffers(), ...model.parameters()].map(({ device }) => device.type)).not.toContain('meta');
  const inputIds = torch.tensor([[1, 2, 3]]);
  expect(model.forward({ inputIds }).logits.tolist()).toEqual(made.eval().forward({ inputIds }).logits.tolist());
  const load = (): Promise<unknown> => language.LlamaForCausalLM.fromPretrained(at('deep'));
  expect(await turnsDuring(5, load)).toBeGreaterThanOrEqual(5);
});

test('what was read of a file ends with the model, or before it', async () => {
  const wide = { ...LLAMA, vocabSize: 4096, tieWordEmbeddings: true };
  const made = new language.LlamaForCausalLM(new language.LlamaConfig(wide));
  await made.savePretrained(at('wide'));
  torch.save({ ...made.stateDict(), 'another.weight': torch.ones([4096, 64]) }, path.join(at('wide'), 'weights.bin'));
  const weights = Buffer.byteLength(made.lmHead.weight.asTypedArray(Float32Array));
  for (const name of ['model.safetensors', 'pytorch_model.bin']) {
    torch.sweep({ full: true });
    const before = torch.memory().bytes;
    const model = await language.LlamaForCausalLM.fromPretrained(at('wide'));
    // The one that the model has no place for has ended.
    expect([name, Math.round((torch.memory().bytes - before) / weights)]).toEqual([name, 1]);
    for (const tensor of [...model.parameters(), ...model.buffers()]) tensor.dispose();
    // What is left is small, such as the numbers of which the frequencies of positions were made.
    expect(torch.memory().bytes - before).toBeLessThan(1000);
    rmSync(path.join(at('wide'), 'model.safetensors'), { force: true });
    renameSync(path.join(at('wide'), 'weights.bin'), path.join(at('wide'), 'pytorch_model.bin'));
    writeFileSync(path.join(at('wide'), 'weights.bin'), '');
  }
});

test('weights that share memory in a pickled file do not share it in the model', async () => {
  const model = new language.LlamaForCausalLM(new language.LlamaConfig(LLAMA));
  mkdirSync(at('pickled'));
  await model.config.savePretrained(at('pickled'));
  const all = torch.arange(400, { dtype: torch.float32 });
  const state = { ...model.stateDict() };
  const shared = ['model.embed_tokens.weight', 'lm_head.weight'];
  for (const name of shared) state[name] = all.narrow(0, 0, 160).reshape([20, 8]);
  torch.save(state, path.join(at('pickled'), 'pytorch_model.bin'));
  const read = await language.LlamaForCausalLM.fromPretrained(at('pickled'));
  torch.noGrad(() => void read.lmHead.weight.zero_());
  expect(read.model.embedTokens.weight.tolist()).toEqual(state['lm_head.weight']?.tolist());
});

test('configs say what is wrong', () => {
  expect(() => new language.LlamaConfig({ hiddensize: 8 } as object)).toThrow(/did you mean 'hiddenSize'/);
  expect(() => new language.LlamaConfig({ hiddenSize: 10, numAttentionHeads: 4 })).toThrow(/not a multiple/);
  expect(() => new language.LlamaConfig({ ropeParameters: { ropeType: 'longrope' } })).toThrow(/not supported/);
  expect(() => language.BertConfig.fromDict({ is_decoder: true })).toThrow(/is_decoder is not supported/);
  expect(() => new language.BertConfig({ numLabels: 2, id2label: { 0: 'a' } })).toThrow(/'numLabels' is 2/);
  const old = language.LlamaConfig.fromDict({ rope_theta: 500, rope_scaling: { type: 'linear', factor: 2 } });
  expect(old.ropeParameters).toEqual({ ropeType: 'linear', ropeTheta: 500, factor: 2 });
  expect(old.toDict()['rope_parameters']).toEqual({ rope_type: 'linear', rope_theta: 500, factor: 2 });
});
