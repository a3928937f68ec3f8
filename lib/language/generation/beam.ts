import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import type { Steps } from '../steps';
import { ModelState, type Start } from './decoding';

/**
 * Beam search: of all continuations of the texts that are followed, the best are followed further.
 *
 * @see https://huggingface.co/docs/transformers/generation_strategies#beam-search
 */

/** The score of a text that is out. */
const OUT = -1e9;

/** Texts with their scores: `[batch, beams, length]`, `[batch, beams]`, and of each token the row that it came from. */
interface Beams {
  readonly sequences: Tensor;
  readonly scores: Tensor;
  readonly origins: Tensor;
}

function gather(tensor: Tensor, beams: Tensor): Tensor {
  let index = beams;
  while (index.ndim < tensor.ndim) index = index.unsqueeze(-1);
  return torch.takeAlongDim(tensor, index, 1);
}

function gatherBeams({ sequences, scores, origins }: Beams, beams: Tensor): Beams {
  return { sequences: gather(sequences, beams), scores: gather(scores, beams), origins: gather(origins, beams) };
}

function keepBeams(beams: Beams): Beams {
  for (const tensor of Object.values(beams)) torch.keep(tensor as Tensor);
  return beams;
}

function disposeBeams(beams: Beams): void {
  for (const tensor of Object.values(beams)) (tensor as Tensor).dispose();
}

export class BeamSearch {
  done = false;
  private readonly state: ModelState;
  private readonly batch: number;
  private readonly beams: number;
  /** How many continuations are looked at: enough that so many are left when all beams end. */
  private readonly kept: number;
  private readonly prompt: number;
  private length: number;
  private running: Beams;
  private finished: Beams;
  /** Which of `finished` have ended. */
  private ended: Tensor;
  /** Whether a text of a row can still become better than those that have ended. */
  private hopeful: Tensor;

  constructor(start: Start) {
    this.state = new ModelState(start);
    const { rows, settings, maxLength, ends, pad, device } = start;
    this.beams = settings.numBeams;
    this.batch = rows.length / this.beams;
    this.kept = Math.max(2, 1 + ends.length) * this.beams;
    this.prompt = this.length = rows[0]?.length ?? 0;
    const fill = ends.length > 0 ? pad || (ends[0] as number) : -1;
    const shape = [this.batch, this.beams, maxLength];
    const sequences = torch.full(shape, fill, { dtype: torch.int64, device });
    const prompts = torch.tensor(rows, { dtype: torch.int64, device });
    sequences.narrow(2, 0, this.prompt).copy_(prompts.reshape([this.batch, this.beams, this.prompt]));
    const scores = torch.zeros([this.batch, this.beams], { device });
    scores.narrow(1, 1, this.beams - 1).fill_(OUT);
    const origins = torch.full([this.batch, this.beams, maxLength - this.prompt], -1, { dtype: torch.int64, device });
    this.running = keepBeams({ sequences, scores, origins });
    const none = torch.full([this.batch, this.beams], OUT, { device });
    this.finished = keepBeams({ sequences: sequences.clone(), scores: none, origins: origins.clone() });
    this.ended = torch.keep(torch.zeros([this.batch, this.beams], { dtype: torch.bool, device }));
    this.hopeful = torch.keep(torch.ones([this.batch, 1], { dtype: torch.bool, device }));
  }

  /** Makes each text one token longer. */
  *next(): Steps<void> {
    const { settings } = this.state.start;
    const rows = this.running.sequences.narrow(2, 0, this.length).reshape([-1, this.length]).tolist<number[][]>();
    const logits = yield* this.state.logits(rows);
    const logProbabilities = this.state.scores(rows, nn.functional.logSoftmax(logits, -1));
    const words = logits.shape[1] as number;
    const all = logProbabilities.reshape([this.batch, this.beams, words]).add(this.running.scores.unsqueeze(-1));
    const top = this.continuations(all.reshape([this.batch, -1]), words);
    const hits = this.hits(top.sequences);
    const running = this.follow(top, hits);
    const [finished, ended] = this.finish(top, hits);
    const rowsNow = running.origins.select(-1, this.length - this.prompt).reshape([-1]);
    const { cache } = this.state.start;
    if (cache) yield* cache.reorderInSteps(rowsNow);
    this.replace(running, finished, ended);
    this.length++;
    this.judge(settings.earlyStopping === true, hits);
  }

  private replace(running: Beams, finished: Beams, ended: Tensor): void {
    const before = [this.running, this.finished];
    this.running = keepBeams(running);
    this.finished = keepBeams(finished);
    before.forEach(disposeBeams);
    this.ended.dispose();
    this.ended = torch.keep(ended);
  }

  /** The best continuations of each prompt's texts, each with its new token. */
  private continuations(scores: Tensor, words: number): Beams {
    const { doSample } = this.state.start.settings;
    let best: Tensor, index: Tensor;
    if (doSample) {
      index = torch.multinomial(nn.functional.softmax(scores, -1), this.kept);
      best = scores.gather(1, index);
    } else {
      [best, index] = torch.topk(scores, this.kept);
    }
    const beam = index.div(words, { roundingMode: 'floor' });
    const sequences = gather(this.running.sequences, beam);
    const origins = gather(this.running.origins, beam);
    sequences.select(2, this.length).copy_(index.remainder(words));
    const firsts = torch.arange(this.batch, { device: index.device }).reshape([-1, 1]).mul(this.beams);
    origins.select(2, this.length - this.prompt).copy_(beam.add(firsts));
    return { sequences, scores: best, origins };
  }

  /** Which continuations end with their new token. */
  private hits(sequences: Tensor): Tensor {
    const { stops, maxLength } = this.state.start;
    const length = this.length + 1;
    const rows = sequences.narrow(2, 0, length).tolist<number[][][]>();
    const ends = (row: number[]): boolean => length >= maxLength || stops.some((stop) => stop(row));
    return torch.tensor(
      rows.map((texts) => texts.map(ends)),
      { device: sequences.device },
    );
  }

  /** The best of those that go on. */
  private follow(top: Beams, hits: Tensor): Beams {
    const scores = top.scores.add(hits.to(torch.float32).mul(OUT));
    const [, best] = torch.topk(scores, this.beams);
    return gatherBeams({ ...top, scores }, best);
  }

  /** The best of those that have ended, the new ones among them. */
  private finish(top: Beams, hits: Tensor): [Beams, Tensor] {
    const { settings } = this.state.start;
    const first = torch.arange(this.kept, { device: hits.device }).lt(this.beams).unsqueeze(0);
    const just = hits.logicalAnd(first);
    const out = (mask: Tensor): Tensor => mask.to(torch.float32).mul(OUT);
    let scores = top.scores.div((this.length + 1 - this.prompt) ** settings.lengthPenalty);
    if (settings.earlyStopping === true) scores = scores.add(out(this.ended.all(-1, true)));
    scores = scores.add(out(this.hopeful.logicalNot())).add(out(just.logicalNot()));
    const merged = {
      sequences: torch.cat([this.finished.sequences, top.sequences], 1),
      scores: torch.cat([this.finished.scores, scores], 1),
      origins: torch.cat([this.finished.origins, top.origins], 1),
    };
    const [, best] = torch.topk(merged.scores, this.beams);
    return [gatherBeams(merged, best), gather(torch.cat([this.ended, just], 1), best)];
  }

  /** Whether going on can still change anything. */
  private judge(stopsEarly: boolean, hits: Tensor): void {
    const { settings, maxLength } = this.state.start;
    const { earlyStopping, lengthPenalty } = settings;
    const longest = earlyStopping === 'never' && lengthPenalty > 0 ? maxLength : this.length;
    const possible = this.running.scores.narrow(1, 0, 1).div((longest - this.prompt) ** lengthPenalty);
    const [least] = torch.min(this.finished.scores, 1, true);
    const worst = torch.where(this.ended, least, torch.full([], OUT, { device: least.device }));
    const hopeful = this.hopeful.logicalAnd(possible.gt(worst).any(-1, true));
    this.hopeful.dispose();
    this.hopeful = torch.keep(hopeful);
    const open = !(stopsEarly && this.ended.all().item<boolean>());
    this.done = !(hopeful.any().item<boolean>() && open && !hits.all().item<boolean>());
  }

  /** The best texts of each prompt: `[batch * numReturnSequences, length]`. */
  result(): Tensor {
    const { numReturnSequences } = this.state.start.settings;
    const flat = (tensor: Tensor): Tensor =>
      tensor.narrow(1, 0, numReturnSequences).reshape([-1, tensor.shape[2] as number]);
    const origins = flat(this.finished.origins);
    const longest = origins.ne(-1).sum(1).max().item<number>();
    return flat(this.finished.sequences)
      .narrow(1, 0, this.prompt + longest)
      .clone();
  }

  dispose(): void {
    this.state.dispose();
    disposeBeams(this.running);
    disposeBeams(this.finished);
    this.ended.dispose();
    this.hopeful.dispose();
  }
}
