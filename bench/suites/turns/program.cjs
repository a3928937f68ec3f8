'use strict';
// `node program.cjs WHAT COUNT`: prints how many milliseconds the longest turn of the event loop took in so many runs. Where the system
// tells it, these are those of the thread's own work, which other programs do not make longer.
const { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');
const torch = require('../../../dist/index.js');
const { datasets, io, transforms: t, utils } = require('../../../dist/vision/index.js');
const language = require('../../../dist/language/index.js');
const sharp = require('sharp');

// Threads that wait for each other would count as work.
torch.setNumThreads(1);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-turns-'));

/** Nanoseconds that this thread has worked: Linux tells it. */
const WORKED = '/proc/thread-self/schedstat';
const worked = existsSync(WORKED)
  ? () => Number(readFileSync(WORKED, 'latin1').split(' ', 1)[0])
  : () => Number(process.hrtime.bigint());

/** The longest turn of the event loop from here on, in milliseconds: of what happens between two calls of a timer. */
class Turns {
  longest = 0;
  #last = worked();
  #timer = setInterval(() => this.#turn(), 1);

  #turn() {
    const now = worked();
    this.longest = Math.max(this.longest, (now - this.#last) / 1e6);
    this.#last = now;
  }

  end() {
    this.#turn();
    clearInterval(this.#timer);
    return this.longest;
  }
}

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

/** A picture of noise, of a size that is drawn large: noise of many pixels takes long to make. */
const noise = async (width, height, times) => {
  const created = { width, height, channels: 3, background: 'teal', noise: { type: 'gaussian', mean: 128, sigma: 40 } };
  const small = await sharp({ create: created }).png().toBuffer();
  return sharp(small, { limitInputPixels: false }).resize(width * times, height * times, { kernel: 'nearest' });
};

/** What is made first, and what is measured. */
const CASES = {
  async decode() {
    const bytes = await (await noise(500, 400, 20)).jpeg().toBuffer();
    return async () => [await io.decodeImage(bytes, { mode: 'rgb' })];
  },
  async 'decode-rgba'() {
    const bytes = await (await noise(500, 400, 20)).jpeg().withMetadata({ orientation: 6 }).toBuffer();
    return async () => [await io.decodeImage(bytes, { mode: 'rgba', applyExifOrientation: true })];
  },
  async save() {
    const image = torch.rand([3, 5000, 5000]);
    return () => utils.saveImage(image, path.join(folder, 'large.png'), { normalize: true });
  },
  async folder() {
    mkdirSync(path.join(folder, 'all'));
    const bytes = await (await noise(640, 480, 1)).jpeg().toBuffer();
    for (let i = 0; i < 96; i++) writeFileSync(path.join(folder, 'all', `${i}.jpg`), bytes);
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
      const stream = model.generateStream(prompt, { maxNewTokens: 20 });
      while (!(await stream.next()).done);
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

/** Gives the memory of a model, or of a list of tensors, back: that is no part of the work. */
function giveBack(made) {
  const tensors = Array.isArray(made) ? made : [...(made?.parameters?.() ?? []), ...(made?.buffers?.() ?? [])];
  for (const tensor of tensors) tensor.dispose();
}

async function main(what, count) {
  const run = await CASES[what]();
  giveBack(await run());
  let worst = 0;
  for (let i = 0; i < count; i++) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const turns = new Turns();
    const made = await run();
    await new Promise((resolve) => setTimeout(resolve, 20));
    worst = Math.max(worst, turns.end());
    giveBack(made);
  }
  console.log(worst.toFixed(2));
}

main(process.argv[2], Number(process.argv[3])).finally(() => {
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
});
