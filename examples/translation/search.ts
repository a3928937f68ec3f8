/** Translations that a model finds: the best word each time, or the best of several beginnings. */
import * as torch from 'libtorch-node';
import type { Tensor } from 'libtorch-node';
import type { Memory, Translator } from './models';
import { BEGIN, END, PAD } from './vocabulary';

/** The best word each time, for all sentences of a batch at once. */
export function greedy(model: Translator, source: Tensor, lengths: Tensor, longest: number): number[][] {
  return torch.scope(() =>
    torch.noGrad(() => {
      const memory = model.encode(source, lengths);
      let found = torch.full([source.size(0), 1], BEGIN, { dtype: torch.int64 });
      let ended = torch.zeros([source.size(0)], { dtype: torch.bool });
      for (let i = 0; i < longest && !ended.all().item<boolean>(); i++) {
        const next = model.decode(memory, found).select(1, -1).argmax(-1).maskedFill(ended, PAD);
        found = torch.cat([found, next.unsqueeze(1)], 1);
        ended = ended.logicalOr(next.eq(END));
      }
      return found.tolist<number[][]>();
    }),
  );
}

interface Beam {
  readonly words: readonly number[];
  /** The sum of the logarithms of its probabilities. */
  readonly score: number;
}

const ended = ({ words }: Beam): boolean => words.at(-1) === END;

/** A long translation has more factors below 1: its score is divided by a power of its length. */
const fairness = ({ words, score }: Beam): number => score / (words.length - 1) ** 0.7;

/** The best continuations of all beams that have not ended. */
function continued(model: Translator, memory: Memory, beams: readonly Beam[], width: number): Beam[] {
  return torch.scope(() => {
    const rows = beams.length;
    const repeated: Memory = {
      states: memory.states.expand([rows, -1, -1]),
      padding: memory.padding.expand([rows, -1]),
      last: memory.last && memory.last.expand([-1, rows, -1]).contiguous(),
    };
    const words = torch.tensor(beams.map((beam) => [...beam.words]));
    const logits = model.decode(repeated, words).select(1, -1);
    const [scores, next] = logits.logSoftmax(-1).topk(width, -1);
    const [most, numbers] = [scores.tolist<number[][]>(), next.tolist<number[][]>()];
    return beams.flatMap((beam, i) =>
      (numbers[i] ?? []).map((word, k) => ({
        words: [...beam.words, word],
        score: beam.score + (most[i]?.[k] ?? -Infinity),
      })),
    );
  });
}

/** The best of `width` beginnings, followed side by side, for one sentence `[1, source]`. */
export function beamSearch(
  model: Translator,
  source: Tensor,
  lengths: Tensor,
  { width, longest }: { readonly width: number; readonly longest: number },
): number[] {
  return torch.scope(() =>
    torch.noGrad(() => {
      const memory = model.encode(source, lengths);
      let beams: Beam[] = [{ words: [BEGIN], score: 0 }];
      for (let i = 0; i < longest && !beams.every(ended); i++) {
        const open = beams.filter((beam) => !ended(beam));
        const all = [...beams.filter(ended), ...continued(model, memory, open, width)];
        beams = all.sort((a, b) => fairness(b) - fairness(a)).slice(0, width);
      }
      return [...(beams[0]?.words ?? [])];
    }),
  );
}
