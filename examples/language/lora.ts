/**
 * Fine-tunes a Llama with a LoRA adapter, and writes the adapter as peft has it.
 *
 *   node scripts/run-ts.cjs examples/language/lora.ts [--model FOLDER] [--data FILE.jsonl] [--out runs/lora] [--epochs 3]
 *
 * A line of the data is `{"prompt": "…", "answer": "…"}`. Without a folder the example makes a small model that knows
 * nothing, with a tokenizer of single bytes, and teaches it to spell words backwards.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import * as language from 'libtorch-node/language';

const { values: options } = parseArgs({
  options: {
    model: { type: 'string' },
    data: { type: 'string' },
    out: { type: 'string', default: 'runs/lora' },
    epochs: { type: 'string', default: '3' },
    rank: { type: 'string', default: '8' },
    examples: { type: 'string', default: '400' },
  },
});

interface Pair {
  readonly prompt: string;
  readonly answer: string;
}

/** Words that are spelled backwards. */
function madeUp(count: number): Pair[] {
  const letters = 'abcdefgh';
  return Array.from({ length: count }, () => {
    const word = Array.from(
      { length: 3 },
      () => letters[torch.randint(0, letters.length, []).item<number>()] ?? '',
    ).join('');
    return { prompt: `${word}>`, answer: [...word].reverse().join('') };
  });
}

/** Bytes as tokens: 0 fills up, 1 ends. */
const bytes = {
  encode: (text: string): number[] => [...Buffer.from(text)].map((byte) => byte + 2),
  decode: (tokens: readonly number[]): string =>
    Buffer.from(tokens.flatMap((one) => (one > 1 ? one - 2 : []))).toString(),
  end: 1,
};

interface Text {
  encode(text: string): number[];
  decode(tokens: readonly number[]): string;
  readonly end: number;
}

async function start(): Promise<[model: language.AnyCausalLM, text: Text]> {
  if (options.model !== undefined) {
    const tokenizer = await language.AutoTokenizer.fromPretrained(options.model);
    const model = await language.AutoModelForCausalLM.fromPretrained(options.model);
    const encode = (part: string): number[] => tokenizer.tokensOf(part, { addSpecialTokens: false }).ids;
    return [model, { encode, decode: (tokens) => tokenizer.decode(tokens), end: tokenizer.eosTokenId ?? 0 }];
  }
  const config = new language.LlamaConfig({
    ...{ vocabSize: 258, hiddenSize: 64, intermediateSize: 128, numHiddenLayers: 2, numAttentionHeads: 4 },
    ...{ maxPositionEmbeddings: 64, padTokenId: 0, eosTokenId: 1, bosTokenId: null },
  });
  return [new language.LlamaForCausalLM(config), bytes];
}

async function main(): Promise<void> {
  torch.manualSeed(0);
  const [base, text] = await start();
  const lines = options.data === undefined ? null : readFileSync(options.data, 'utf8').split('\n').filter(Boolean);
  const pairs = lines ? lines.map((line) => JSON.parse(line) as Pair) : madeUp(Number(options.examples));
  const lora = new language.LoraConfig({
    r: Number(options.rank),
    loraAlpha: 2 * Number(options.rank),
    targetModules: 'all-linear',
    taskType: 'CAUSAL_LM',
    // A model that knows nothing has to learn its words as well.
    modulesToSave: options.model === undefined ? ['embed_tokens', 'lm_head'] : null,
  });
  const model = language.getPeftModel(base, lora).train(); // a model that was loaded is in evaluation mode
  console.log(model.trainableParameters());

  const rows = pairs.map(({ prompt, answer }) => {
    const [question, reply] = [text.encode(prompt), [...text.encode(answer), text.end]];
    return { inputIds: [...question, ...reply], labels: [...question.map(() => -100), ...reply] };
  });
  const collate = (
    batch: readonly (typeof rows)[number][],
  ): { inputIds: torch.Tensor; attentionMask: torch.Tensor; labels: torch.Tensor } => {
    const length = Math.max(...batch.map(({ inputIds }) => inputIds.length));
    const fill = (row: readonly number[], by: number): number[] => [
      ...row,
      ...Array.from({ length: length - row.length }, () => by),
    ];
    const tensor = (all: number[][]): torch.Tensor => torch.tensor(all, { dtype: torch.int64 });
    return {
      inputIds: tensor(batch.map((one) => fill(one.inputIds, 0))),
      attentionMask: tensor(
        batch.map((one) =>
          fill(
            one.inputIds.map(() => 1),
            0,
          ),
        ),
      ),
      labels: tensor(batch.map((one) => fill(one.labels, -100))),
    };
  };
  const batches = Array.from({ length: Math.ceil(rows.length / 16) }, (_, i) =>
    collate(rows.slice(16 * i, 16 * i + 16)),
  );
  const trained = model.parameters().filter(({ requiresGrad }) => requiresGrad);
  const trainer = new torch.training.Trainer<(typeof batches)[number]>({
    model,
    optimizer: new torch.optim.AdamW(trained, { lr: options.model === undefined ? 1e-2 : 2e-4 }),
    trainingStep: language.labelledStep,
    maxEpochs: Number(options.epochs),
    clipGradNorm: 1,
    checks: 'off',
  });
  const history = await trainer.fit(batches);
  console.table(history.epochs.map(({ epoch, train }) => ({ epoch, loss: train.loss.toFixed(4) })));

  await model.savePretrained(options.out);
  const merged = model.mergeAndUnload().eval();
  const table = pairs.slice(0, 5).map(({ prompt, answer }) => {
    const inputIds = torch.tensor([text.encode(prompt)], { dtype: torch.int64 });
    const written = merged.generate(inputIds, {
      maxNewTokens: text.encode(answer).length + 1,
      eosTokenId: text.end,
      padTokenId: 0,
    });
    const [row] = written.tolist() as [number[]];
    return { prompt, answer, written: text.decode(row.slice(inputIds.shape[1])) };
  });
  console.table(table);
  console.log(`the adapter is in ${options.out}`);
}

void main();
