/** BERT, DistilBERT and RoBERTa beside transformers, in bits. */
import * as torch from '../../../lib/index';
import { ENCODERS } from './cases';
import { type Seen, expectEqual, observe, pythons } from './compare';

const threads = torch.getNumThreads();
let theirs: Readonly<Record<string, Seen>>;

beforeAll(() => {
  torch.setNumThreads(1);
  theirs = pythons(ENCODERS);
}, 300_000);
afterAll(() => torch.setNumThreads(threads));

test.each(ENCODERS)('$name', (one) => expectEqual(observe(one), theirs[one.name] as Seen), 120_000);
