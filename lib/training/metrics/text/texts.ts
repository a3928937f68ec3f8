import type { Tensor } from '../../../ops/tensor-methods';
import { isTensor } from '../../../tensor/tensor';
import { show } from '../../../arguments/describe';
import { callback, optional } from '../../../arguments/fields';
import { typeError, valueError } from '../../../errors';
import { limitArguments } from '../../../arguments/surplus';
import { METRIC_ARGUMENTS, SumMetric } from '../metric';

/** What a model wrote: a text, several, or a tensor that the metric's `decode` makes texts of. */
export type Texts = string | readonly string[] | Tensor;

/** What should have been written: one text for each, or several that are all right. */
export type References = string | readonly (string | readonly string[])[] | Tensor;

/** Makes texts of a tensor, one for each row of a batch. */
export type Decode = (ids: Tensor) => readonly string[];

export interface TextMetricOptions {
  /**
   * Makes texts of the tensors that a Trainer hands over: a text for each row. Only metrics that are given texts can do
   * without.
   */
  readonly decode?: Decode;
}

/** The fields that every metric of texts reads. @internal */
export const DECODE = { decode: optional(callback<Decode>()) };

const isText = (value: unknown): value is string => typeof value === 'string';

function decoded(label: string, ids: Tensor, decode: Decode | undefined): readonly string[] {
  if (decode === undefined) throw typeError(`${label}: tensors need the option decode, which makes texts of them`);
  const texts: unknown = decode(ids);
  if (Array.isArray(texts) && texts.every(isText)) return texts;
  throw typeError(`${label}: decode should give a list of texts, got ${show(texts)}`);
}

function listOf(label: string, what: string, given: unknown, decode: Decode | undefined): readonly unknown[] {
  if (isText(given)) return [given];
  if (isTensor(given)) return decoded(label, given, decode);
  if (Array.isArray(given)) return given;
  throw typeError(`${label}.update(): '${what}' should be a text, a list of texts or a tensor, got ${show(given)}`);
}

/** A metric that counts over pairs of texts. */
export abstract class TextMetric<R = number> extends SumMetric<R> {
  readonly #decode: Decode | undefined;

  constructor(size: number, decode: Decode | undefined) {
    super(size);
    this.#decode = decode;
  }

  /** What one text adds to the sums, beside its references, of which there is at least one. */
  protected abstract count(hypothesis: string, references: readonly string[]): readonly number[];

  /**
   * Takes a batch of texts.
   *
   * @param output - What the model wrote.
   * @param target - A reference for each text, or a list of references for each.
   */
  override update(output: Texts, target: References): void {
    const label = this.constructor.name;
    const hypotheses = listOf(label, 'output', output, this.#decode);
    const references = listOf(label, 'target', target, this.#decode);
    if (hypotheses.length !== references.length) {
      throw valueError(`${label}: ${hypotheses.length} texts do not belong to ${references.length} references`);
    }
    // All are counted before any is added: a batch counts as a whole or not at all.
    const counts = hypotheses.map((text, i) => this.#counted(text, references[i], i));
    for (const numbers of counts) this.add(...numbers);
  }

  #counted(text: unknown, given: unknown, position: number): readonly number[] {
    const label = this.constructor.name;
    if (!isText(text)) throw typeError(`${label}.update(): output[${position}] should be a text, got ${show(text)}`);
    const references: unknown = isText(given) ? [given] : given;
    if (Array.isArray(references) && references.length > 0 && references.every(isText)) {
      return this.count(text, references);
    }
    throw typeError(
      `${label}.update(): target[${position}] should be a text or a list of at least one text, got ${show(given)}`,
    );
  }
}

limitArguments([TextMetric], METRIC_ARGUMENTS);
