/** Generation: streams, aborts, stop strings, the event loop, and what is refused. */
import { turnsDuring } from '../../support/turns';
import * as torch from '../../../lib/index';
import * as language from '../../../lib/language/index';

const SIZES = {
  vocabSize: 40,
  hiddenSize: 16,
  numHiddenLayers: 2,
  numAttentionHeads: 2,
  intermediateSize: 16,
  maxPositionEmbeddings: 32,
};
const PROMPT = torch.tensor([[1, 2, 3]]);
/** Tokens are letters. */
const letters: { decode(tokens: readonly number[]): string } = {
  decode: (tokens) => tokens.map((one) => String.fromCharCode(97 + (one % 26))).join(''),
};

function llama(more: object = {}): language.LlamaForCausalLM {
  torch.manualSeed(2);
  return new language.LlamaForCausalLM(new language.LlamaConfig({ ...SIZES, eosTokenId: null, ...more })).eval();
}

test('a stream has the tokens of generate, and the text', async () => {
  const model = llama();
  const [all] = model.generate(PROMPT, { maxNewTokens: 8 }).tolist() as [number[]];
  const steps: language.GeneratedStep[] = [];
  for await (const step of model.generateStream(PROMPT, { maxNewTokens: 8, tokenizer: letters })) steps.push(step);
  expect(steps.map(({ tokens }) => tokens[0])).toEqual(all.slice(3));
  expect(steps.map(({ text }) => text).join('')).toBe(letters.decode(all.slice(3)));
});

test('leaving a stream, and aborting, frees the cache', async () => {
  const model = llama();
  const disposed = jest.spyOn(language.DynamicCache.prototype, 'dispose');
  for await (const _ of model.generateStream(PROMPT, { maxNewTokens: 20 })) break;
  expect(disposed).toHaveBeenCalledTimes(1);
  const stop = new AbortController();
  const aborted = (async () => {
    let count = 0;
    for await (const _ of model.generateStream(PROMPT, { maxNewTokens: 20, signal: stop.signal })) {
      if (++count === 3) stop.abort(new Error('enough'));
    }
  })();
  await expect(aborted).rejects.toThrow('enough');
  expect(disposed).toHaveBeenCalledTimes(2);
  await expect(model.generateAsync(PROMPT, { signal: AbortSignal.abort(new Error('never')) })).rejects.toThrow('never');
  disposed.mockRestore();
});

test('stop strings end a text where they occur', () => {
  const model = llama();
  const [all] = model.generate(PROMPT, { maxNewTokens: 12 }).tolist() as [number[]];
  const stop = letters.decode(all.slice(5, 7));
  const [cut] = model.generate(PROMPT, { maxNewTokens: 12, stopStrings: stop, tokenizer: letters }).tolist() as [
    number[],
  ];
  expect(letters.decode(cut)).toBe(letters.decode(all).slice(0, letters.decode(all).indexOf(stop, 2) + stop.length));
  expect(() => model.generate(PROMPT, { stopStrings: 'a' })).toThrow(/tokenizer/);
});

test('prompts that do not fit, and logits that are no numbers', async () => {
  const model = llama();
  const long = torch.ones([1, 40], { dtype: torch.int64 });
  expect(() => model.generate(long)).toThrow(/prompt has 40 tokens, more than the 32/);
  torch.noGrad(() => void model.lmHead.weight.fill_(Number.NaN));
  expect(() => model.generate(PROMPT)).toThrow(/logits of row 0 are not finite/);
  await expect(model.generateAsync(PROMPT)).rejects.toThrow(/not finite/);
  const gpt = new language.GPT2LMHeadModel(
    new language.GPT2Config({ vocabSize: 40, nPositions: 8, nEmbd: 8, nLayer: 1, nHead: 2 }),
  );
  expect(() => gpt.eval().generate(PROMPT, { maxNewTokens: 6 })).toThrow(/at most 5 new tokens/);
});

test('options that are wrong', () => {
  const model = llama();
  expect(() => model.generate(PROMPT, { maxNewToken: 3 } as object)).toThrow(/did you mean 'maxNewTokens'/);
  expect(() => model.generate(PROMPT, { temperature: 0 })).toThrow(/'temperature' should be a number above 0/);
  expect(() => model.generate(torch.tensor([[0.5]]))).toThrow(/int64/);
  expect(() => model.generate(PROMPT, { numReturnSequences: 2 })).toThrow(/one greedy text/);
});

test('the event loop has its turns', async () => {
  const threads = torch.getNumThreads();
  torch.setNumThreads(1);
  const model = llama({
    hiddenSize: 256,
    intermediateSize: 1024,
    numAttentionHeads: 4,
    maxPositionEmbeddings: 1024,
    numHiddenLayers: 4,
  });
  const prompt = torch.randint(0, 40, [1, 512]);
  try {
    // The heavy layers alone are a few dozen waits.
    expect(await turnsDuring(10, () => model.generateAsync(prompt, { maxNewTokens: 4 }))).toBeGreaterThanOrEqual(10);
  } finally {
    torch.setNumThreads(threads);
  }
});

test('a generation config is kept, unknown fields too', () => {
  const config = language.GenerationConfig.fromDict({
    top_k: 3,
    do_sample: true,
    cache_implementation: 'hybrid',
    transformers_version: '5',
  });
  expect(config.options).toEqual({ topK: 3, doSample: true });
  expect(config.toDict()).toEqual({ top_k: 3, do_sample: true, cache_implementation: 'hybrid' });
});

test('gradient checkpointing gives the same gradients', () => {
  const inputIds = torch.tensor([[1, 2, 3, 4, 5]]);
  const gradients = (checkpointing: boolean): unknown[] => {
    const model = llama({ attentionDropout: 0.1 }).train();
    if (checkpointing) model.gradientCheckpointingEnable();
    torch.manualSeed(9);
    model.forward({ inputIds, labels: inputIds }).loss?.backward();
    return model.parameters().map(({ grad }) => grad?.tolist());
  };
  expect(gradients(true)).toEqual(gradients(false));
});

test('packed texts do not see each other', () => {
  const model = llama();
  const texts = [
    [5, 6, 7],
    [8, 9],
    [10, 11, 12, 13],
  ];
  const rows = language.packTexts(texts, { length: 9 });
  expect(rows.map(({ inputIds }) => inputIds)).toEqual([[5, 6, 7, 8, 9, 10, 11, 12, 13]]);
  const { inputIds, positionIds } = language.packedCollator()(rows);
  model.train();
  const packed = model.forward({ inputIds, positionIds: positionIds ?? null }).logits;
  const alone = torch.cat(
    texts.map((text) => model.forward({ inputIds: torch.tensor([text]) }).logits),
    1,
  );
  expect(torch.allclose(packed, alone, { atol: 1e-5 })).toBe(true);
});

test('DPO by its formula', () => {
  const policy = { chosen: torch.tensor([-1, -2]), rejected: torch.tensor([-3, -2]) };
  const reference = { chosen: torch.tensor([-2, -2]), rejected: torch.tensor([-2, -2]) };
  const { loss, chosenRewards } = language.dpoLoss(policy, reference);
  expect(loss.item<number>()).toBeCloseTo((Math.log1p(Math.exp(-0.2)) + Math.LN2) / 2, 6);
  expect(chosenRewards.tolist()).toEqual([expect.closeTo(0.1), 0]);
  const logits = torch.zeros([1, 3, 4]);
  expect(language.sequenceLogProbability(logits, torch.tensor([[0, -100, 2]])).item<number>()).toBeCloseTo(
    -Math.log(4),
    6,
  );
  expect(() => language.dpoLoss(policy, null)).toThrow(/referenceFree/);
});
