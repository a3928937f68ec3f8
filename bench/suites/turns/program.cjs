'use strict';
// `node program.cjs WHAT`: prints for how many milliseconds the event loop waited at most in one of three runs.
const { existsSync, mkdirSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const { monitorEventLoopDelay } = require('node:perf_hooks');
const torch = require('../../../dist/index.js');
const { datasets, io, transforms: t, utils } = require('../../../dist/vision/index.js');
const language = require('../../../dist/language/index.js');
const sharp = require('sharp');

const folder = mkdtempSync(path.join(tmpdir(), 'bench-turns-'));
const RESOLUTION_MS = 1;

/** A tokenizer of whole words, as its files would describe it. */
function wordTokenizer() {
  const vocab = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [i === 0 ? '[PAD]' : `w${i}`, i]));
  const definition = {
    ...{ version: '1.0', truncation: null, padding: null, added_tokens: [], normalizer: null, post_processor: null },
    ...{ pre_tokenizer: { type: 'WhitespaceSplit' }, decoder: null },
    model: { type: 'WordLevel', vocab, unk_token: '[PAD]' },
  };
  return new language.PreTrainedTokenizer(definition, { pad_token: '[PAD]' });
}

function llama() {
  const sizes = {
    vocabSize: 8000,
    hiddenSize: 768,
    intermediateSize: 2048,
    numHiddenLayers: 12,
    numAttentionHeads: 12,
  };
  return new language.LlamaForCausalLM(new language.LlamaConfig({ ...sizes, eosTokenId: null })).eval();
}

const noise = (width, height) =>
  sharp({
    create: { width, height, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
  });

/** What is made first, and what is measured. */
const CASES = {
  async decode() {
    const bytes = await noise(10_000, 8000).jpeg().toBuffer();
    return () => io.decodeImage(bytes, { mode: 'rgb' });
  },
  async 'decode-rgba'() {
    const bytes = await noise(10_000, 8000).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    return () => io.decodeImage(bytes, { mode: 'rgba', applyExifOrientation: true });
  },
  async save() {
    const image = torch.rand([3, 5000, 5000]);
    return () => utils.saveImage(image, path.join(folder, 'large.png'), { normalize: true });
  },
  async folder() {
    mkdirSync(path.join(folder, 'all'));
    for (let i = 0; i < 96; i++)
      await noise(640, 480)
        .jpeg()
        .toFile(path.join(folder, 'all', `${i}.jpg`));
    const crops = [new t.RandomResizedCrop(224), new t.ToDtype(torch.float32, true)];
    const normalize = new t.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]);
    const pictures = new datasets.ImageFolder(folder, { transform: new t.Compose([...crops, normalize]) });
    return async () => {
      for await (const [images] of new torch.data.DataLoader(pictures, { batchSize: 32 })) images.dispose();
    };
  },
  async stream() {
    const model = llama();
    const prompt = torch.randint(0, 8000, [1, 512]);
    return async () => {
      let last;
      for await (const token of model.generateStream(prompt, { maxNewTokens: 20 })) last = token;
      return last;
    };
  },
  async beams() {
    const model = llama();
    const prompt = torch.randint(0, 8000, [1, 256]);
    return async () => (await model.generateAsync(prompt, { maxNewTokens: 10, numBeams: 4 })).dispose();
  },
  async load() {
    await llama().savePretrained(folder);
    return () => language.AutoModelForCausalLM.fromPretrained(folder);
  },
  async write() {
    const model = llama();
    return () => model.savePretrained(folder);
  },
  async texts() {
    const tokenizer = wordTokenizer();
    const words = Array.from({ length: 16_000 }, (_, i) => `w${1 + ((i * 7919) % 999)}`);
    const batch = Array.from({ length: 8 }, (_, i) => words.slice(i).join(' '));
    return async () => {
      const { inputIds, attentionMask } = await tokenizer.encodeAsync(batch, { padding: true });
      inputIds.dispose();
      attentionMask.dispose();
    };
  },
};

async function main(what) {
  const run = await CASES[what]();
  await run();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  let worst = 0;
  for (let i = 0; i < 3; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    delay.reset();
    delay.enable();
    await run();
    await new Promise((resolve) => setTimeout(resolve, 20));
    delay.disable();
    worst = Math.max(worst, delay.max / 1e6 - RESOLUTION_MS);
  }
  console.log(worst.toFixed(2));
}

main(process.argv[2]).finally(() => {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
});
