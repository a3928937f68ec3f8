/** GPT-2, Llama, Mistral, Qwen2 and Qwen3 beside transformers, in bits. */
import * as torch from '../../../lib/index';
import { DECODERS } from './cases';
import { type Seen, expectEqual, observe, pythons } from './compare';

const threads = torch.getNumThreads();
let theirs: Readonly<Record<string, Seen>>;

beforeAll(() => {
  torch.setNumThreads(1);
  theirs = pythons(DECODERS);
}, 300_000);
afterAll(() => torch.setNumThreads(threads));

test.each(DECODERS)('$name', (one) => expectEqual(observe(one), theirs[one.name] as Seen), 120_000);
