/**
 * A small Llama learns to write, character by character.
 *
 *   node scripts/run-ts.cjs examples/language/characters.ts [--text FILE] [--steps 400] [--seed 0] [--prompt "The "]
 *
 * Without a text it learns from the package's own README and documentation.
 */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import * as torch from 'libtorch-node';
import * as language from 'libtorch-node/language';

const { values: options } = parseArgs({
  options: {
    text: { type: 'string' },
    steps: { type: 'string', default: '400' },
    seed: { type: 'string', default: '0' },
    prompt: { type: 'string', default: 'The ' },
  },
});
const STEPS = Number(options.steps);
const LENGTH = 64;
const BATCH = 16;
const docs = path.join(__dirname, '../../docs');

function readText(): string {
  if (options.text !== undefined) return readFileSync(options.text, 'utf8');
  const pages = readdirSync(docs).filter((name) => name.endsWith('.md'));
  return pages.map((name) => readFileSync(path.join(docs, name), 'utf8')).join('\n');
}

async function main(): Promise<void> {
  const text = readText();
  const characters = [...new Set(text)].sort();
  const numbers = new Map(characters.map((character, i) => [character, i]));
  const encode = (part: string): number[] => [...part].flatMap((one) => numbers.get(one) ?? []);
  const all = torch.tensor(encode(text), { dtype: torch.int64 });
  if (all.numel() <= LENGTH) throw new Error(`the text needs more than ${LENGTH} characters`);

  torch.manualSeed(Number(options.seed));
  const config = new language.LlamaConfig({
    ...{
      vocabSize: characters.length,
      hiddenSize: 96,
      intermediateSize: 256,
      numHiddenLayers: 3,
      numAttentionHeads: 4,
    },
    ...{ maxPositionEmbeddings: 256, bosTokenId: null, eosTokenId: null },
  });
  const model = new language.LlamaForCausalLM(config);
  const optimizer = new torch.optim.AdamW(model.parameters(), { lr: 3e-3, weightDecay: 0.01 });
  console.log(`${all.numel().toLocaleString('en')} characters, ${model.numParameters().toLocaleString('en')} weights`);

  const table: { step: number; loss: string; perplexity: string }[] = [];
  for (let step = 1; step <= STEPS; step++) {
    const loss = torch.scope(() => {
      const starts = torch.randint(0, all.numel() - LENGTH, [BATCH, 1]);
      const inputIds = all.take(starts.add(torch.arange(LENGTH)));
      optimizer.zeroGrad();
      const { loss: mean } = model.forward({ inputIds, labels: inputIds });
      if (mean === null) throw new Error('labels give a loss');
      mean.backward();
      torch.nn.utils.clipGradNorm_(model.parameters(), 1);
      optimizer.step();
      return mean.item<number>();
    });
    if (step % 50 !== 0 && step !== STEPS) continue;
    console.log(`step ${step}/${STEPS}  loss ${loss.toFixed(3)}`);
    table.push({ step, loss: loss.toFixed(3), perplexity: Math.exp(loss).toFixed(1) });
  }

  model.eval();
  process.stdout.write(`\n${options.prompt}`);
  const prompt = torch.tensor([encode(options.prompt)], { dtype: torch.int64 });
  const stream = model.generateStream(prompt, {
    maxNewTokens: Math.min(160, STEPS * 4),
    doSample: true,
    temperature: 0.8,
  });
  for await (const { tokens } of stream) process.stdout.write(characters[tokens[0] as number] ?? '');
  process.stdout.write('\n\n');
  console.table(table);
}

void main();
