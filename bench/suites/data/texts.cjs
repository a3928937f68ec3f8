'use strict';
// Texts like film reviews, tokenised when they are asked for: work for the CPU. Loaded by workers, so it is plain JavaScript.
const torch = require('../../../dist/index.js');

const { data, text } = torch;
const COUNT = 10_000;
const WORDS = 230;
const LENGTH = 256;
const VOCABULARY = 20_000;

/** The same pseudo-random words as python.py. */
function review(index) {
  let state = (index * 2654435761) % 2 ** 32;
  const words = [];
  for (let i = 0; i < WORDS; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const number = state >>> 12;
    words.push(
      `W${(((number % 1000) * ((number >>> 10) % 1000)) % VOCABULARY).toString(36)}${i % 12 === 0 ? '.' : ''}`,
    );
  }
  return words.join(' ');
}

const vocab = new text.Vocab(
  ['<pad>', '<unk>', ...Array.from({ length: VOCABULARY / 2 }, (_, i) => `w${i.toString(36)}`)],
  '<unk>',
);
const tokenize = text.patternTokenizer(/[a-z0-9]+|[.,!?]/g);

class Reviews extends data.Dataset {
  length = COUNT;
  texts = Array.from({ length: COUNT }, (_, i) => review(i));

  get(index) {
    const ids = vocab.numericalize(text.truncate(tokenize(this.texts[index]), LENGTH));
    return [torch.tensor(text.pad(ids, LENGTH)), index % 2];
  }
}

module.exports = () => new Reviews();
module.exports.Reviews = Reviews;
