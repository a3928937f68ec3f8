import { valueError } from '../../errors';
import { nn, type Tensor } from '../../index';
import * as torch from '../../index';
import type { Cache } from '../cache';
import type { CausalLMOutput } from '../outputs';
import type { Steps } from '../steps';
import type { GenerationSettings } from './config';
import { type LogitsProcessor, processorsOf } from './processors';
import type { Stop } from './stopping';

/** A text on its way: the tokens so far, and what the model needs for the next ones. */

/** What a model computes for some tokens. */
export interface Decodes {
  /** Logits of the last of `tokens`, `[rows, n, words]`. */
  decode(tokens: Tensor, given: DecodeInputs): Steps<CausalLMOutput>;
}

/** What is given with the tokens. */
export interface DecodeInputs {
  readonly attentionMask: Tensor | null;
  readonly positionIds: Tensor | null;
  readonly cache: Cache | null;
}

/** How decoding begins. */
export interface Start {
  readonly model: Decodes;
  /** The tokens of each row, all of one length. */
  readonly rows: readonly (readonly number[])[];
  /** 1 for tokens and 0 for padding; null where there is no padding. */
  readonly attentionMask: Tensor | null;
  readonly cache: Cache | null;
  readonly settings: GenerationSettings;
  readonly maxLength: number;
  readonly ends: readonly number[];
  readonly pad: number | null;
  readonly stops: readonly Stop[];
  readonly device: torch.Device;
  /** Tensors that live as long as the search. */
  readonly owned?: readonly Tensor[];
}

/** Fails on logits that are no numbers, which would make any token the next one. */
function requireFinite(logits: Tensor): void {
  const bad = logits
    .amax(-1)
    .tolist<number[]>()
    .findIndex((most) => !Number.isFinite(most));
  if (bad < 0) return;
  throw valueError(
    `the model's logits of row ${bad} are not finite: its weights or inputs hold NaN or infinity, ` +
      'or the dtype is too small for its numbers (float16: try bfloat16 or float32)',
  );
}

/** What greedy search, sampling and beam search have in common: the model's side of a step. */
export class ModelState {
  readonly start: Start;
  readonly processors: readonly LogitsProcessor[];
  private mask: Tensor | null;
  private positions: Tensor | null = null;
  private seen = 0;

  constructor(start: Start) {
    this.start = start;
    const { settings, rows, ends } = start;
    this.processors = processorsOf(settings, rows[0]?.length ?? 0, ends);
    this.mask = start.attentionMask && torch.keep(start.attentionMask.to(torch.int64).clone());
  }

  /** The scores of the next token of each row, before any rule: float32 `[rows, words]`. */
  *logits(rows: readonly (readonly number[])[]): Steps<Tensor> {
    const { model, cache, device } = this.start;
    const fresh = cache ? rows.map((row) => row.slice(this.seen)) : rows;
    this.advance(rows[0]?.length ?? 0);
    const tokens = torch.tensor(fresh, { dtype: torch.int64, device });
    const length = tokens.shape[1] as number;
    const { positions } = this;
    const positionIds = positions && positions.narrow(1, (positions.shape[1] as number) - length, length);
    const output = yield* model.decode(tokens, { attentionMask: this.mask, positionIds, cache });
    this.seen = rows[0]?.length ?? 0;
    const logits = output.logits.select(1, -1).to(torch.float32);
    requireFinite(logits);
    return logits;
  }

  /** Makes mask and positions those of so many tokens. */
  private advance(length: number): void {
    const { mask } = this;
    if (mask === null) return;
    const added = length - (mask.shape[1] as number);
    if (added > 0) {
      const ones = torch.ones([mask.shape[0] as number, added], { dtype: mask.dtype, device: mask.device });
      this.mask = torch.keep(torch.cat([mask, ones], 1));
      mask.dispose();
    }
    const now = this.mask as Tensor;
    this.positions?.dispose();
    this.positions = torch.keep(now.cumsum(-1).sub(1).maskedFill(now.eq(0), 0));
  }

  scores(rows: readonly (readonly number[])[], scores: Tensor): Tensor {
    let made: Tensor | null = null;
    const tokens = (): Tensor => (made ??= torch.tensor(rows, { dtype: torch.int64, device: scores.device }));
    return this.processors.reduce((now, rule) => rule(tokens, now), scores);
  }

  dispose(): void {
    this.start.cache?.dispose();
    for (const tensor of this.start.owned ?? []) tensor.dispose();
    this.mask?.dispose();
    this.positions?.dispose();
    this.mask = null;
    this.positions = null;
  }
}

/** Greedy search and sampling: one token for each row at a time. */
export class Decoding {
  readonly rows: number[][];
  done = false;
  private readonly state: ModelState;
  private readonly finished: boolean[];

  constructor(start: Start) {
    this.state = new ModelState(start);
    this.rows = start.rows.map((row) => [...row]);
    this.finished = this.rows.map(() => false);
    this.done = (this.rows[0]?.length ?? 0) >= start.maxLength;
  }

  /** Adds a token to each row, and gives these tokens. */
  *next(): Steps<readonly number[]> {
    const { settings, pad, stops, ends, maxLength } = this.state.start;
    const scores = this.state.scores(this.rows, yield* this.state.logits(this.rows));
    const drawn = settings.doSample
      ? torch.multinomial(nn.functional.softmax(scores, -1), 1).squeeze(1)
      : scores.argmax(-1);
    const tokens = drawn
      .tolist<number[]>()
      .map((token, row) => (this.finished[row] && ends.length > 0 ? (pad as number) : token));
    tokens.forEach((token, row) => {
      const line = this.rows[row] as number[];
      line.push(token);
      this.finished[row] ||= stops.some((stop) => stop(line));
    });
    this.done = this.finished.every(Boolean) || (this.rows[0] as number[]).length >= maxLength;
    return tokens;
  }

  /** The texts: `[rows, length]`. */
  result(): Tensor {
    return torch.tensor(this.rows, { dtype: torch.int64, device: this.state.start.device });
  }

  dispose(): void {
    this.state.dispose();
  }
}
