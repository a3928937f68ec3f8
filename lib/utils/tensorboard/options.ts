import type { Mixed } from '../../arguments/signature';
import type { Tensor } from '../../ops/tensor-methods';
import type { ArrayLike } from './array-like';

/** What the methods of a SummaryWriter take after their required arguments, by position or by name. */

/** When something was written. */
export interface SummaryOptions {
  /** The step of the training, on the horizontal axis. @defaultValue null, which writes none: TensorBoard shows it at 0 */
  readonly globalStep?: number | null;
  /** The time of the event, in seconds since 1970. @defaultValue null, which means now */
  readonly walltime?: number | null;
}

/** The options of {@link SummaryWriter.addScalar}. */
export interface ScalarOptions extends SummaryOptions {
  /** Writes the figure as a tensor, which TensorBoard loads faster, and not as a plain number. @defaultValue false */
  readonly newStyle?: boolean;
  /** Writes the tensor of the new style in float64 instead of float32. @defaultValue false */
  readonly doublePrecision?: boolean;
}

/** The options of {@link SummaryWriter.addHistogram}. */
export interface HistogramOptions extends SummaryOptions {
  /** `'tensorflow'` for bins that widen away from zero, the number of bins of equal width, or their limits. @defaultValue 'tensorflow' */
  readonly bins?: string | number | readonly number[];
  /** How many bins may be written; neighbors are joined to get there. @defaultValue null, which keeps all */
  readonly maxBins?: number | null;
}

/** A histogram that was counted elsewhere: the arguments of {@link SummaryWriter.addHistogramRaw} by name. */
export interface HistogramRawOptions extends SummaryOptions {
  /** The least of the numbers. */
  readonly min: number;
  /** The greatest of the numbers. */
  readonly max: number;
  /** How many numbers there are. */
  readonly num: number;
  /** The sum of the numbers. */
  readonly sum: number;
  /** The sum of their squares. */
  readonly sumSquares: number;
  /** The upper limit of each bin. */
  readonly bucketLimits: readonly number[];
  /** How many numbers are in each bin. */
  readonly bucketCounts: readonly number[];
}

/** The options of {@link SummaryWriter.addImage} and {@link SummaryWriter.addImageWithBoxes}. */
export interface ImageOptions extends SummaryOptions {
  /** What the dimensions are: `'CHW'`, `'HWC'`, `'HW'` … of channels, height and width. @defaultValue 'CHW' */
  readonly dataformats?: string;
}

/** The options of {@link SummaryWriter.addImages}. */
export interface ImagesOptions extends SummaryOptions {
  /** What the dimensions are: `'NCHW'`, `'NHWC'` … of images, channels, height and width. @defaultValue 'NCHW' */
  readonly dataformats?: string;
}

/** The options of {@link SummaryWriter.addVideo}. */
export interface VideoOptions extends SummaryOptions {
  /** Frames per second. @defaultValue 4 */
  readonly fps?: number;
}

/** The options of {@link SummaryWriter.addAudio}. */
export interface AudioOptions extends SummaryOptions {
  /** Samples per second, in Hz. @defaultValue 44100 */
  readonly sampleRate?: number;
}

/** The options of {@link SummaryWriter.addEmbedding}. */
export interface EmbeddingOptions {
  /** A label for each point, or an array of labels where `metadataHeader` names several columns. @defaultValue null */
  readonly metadata?: readonly unknown[] | null;
  /** A picture for each point: `[N, C, H, W]`. @defaultValue null */
  readonly labelImg?: ArrayLike | null;
  /** The step of the training. @defaultValue null, which means 0 */
  readonly globalStep?: number | null;
  /** The name of the embedding. @defaultValue 'default' */
  readonly tag?: string;
  /** The names of the columns of `metadata`. @defaultValue null, for one column without a name */
  readonly metadataHeader?: readonly string[] | null;
}

/** The options of {@link SummaryWriter.addPrCurve}. */
export interface PrCurveOptions extends SummaryOptions {
  /** The number of thresholds at which the curve is computed; 127 at most. @defaultValue 127 */
  readonly numThresholds?: number;
  /** How much each prediction counts. @defaultValue null, which means 1 */
  readonly weights?: ArrayLike | null;
}

/** A curve that was computed elsewhere: the arguments of {@link SummaryWriter.addPrCurveRaw} by name. */
export interface PrCurveRawOptions extends SummaryOptions {
  /** The number of true positives at each threshold. */
  readonly truePositiveCounts: ArrayLike;
  /** The number of false positives at each threshold. */
  readonly falsePositiveCounts: ArrayLike;
  /** The number of true negatives at each threshold. */
  readonly trueNegativeCounts: ArrayLike;
  /** The number of false negatives at each threshold. */
  readonly falseNegativeCounts: ArrayLike;
  /** The precision at each threshold. */
  readonly precision: ArrayLike;
  /** The recall at each threshold. */
  readonly recall: ArrayLike;
  /** The number of thresholds that the summary states; 127 at most. @defaultValue 127 */
  readonly numThresholds?: number;
  /** Of Python, where it changes nothing either. @defaultValue null */
  readonly weights?: ArrayLike | null;
}

/** Where a chart is shown. */
export interface ChartOptions {
  /** The group of charts. @defaultValue 'default' */
  readonly category?: string;
  /** The title of the chart. @defaultValue 'untitled' */
  readonly title?: string;
}

/** The options of {@link SummaryWriter.addMesh}. */
export interface MeshOptions extends SummaryOptions {
  /** The color of each vertex, from 0 to 255: `[batch, number, 3]`. @defaultValue null */
  readonly colors?: ArrayLike | null;
  /** The three vertices of each triangle, by index: `[batch, number, 3]`. @defaultValue null, for points alone */
  readonly faces?: ArrayLike | null;
  /** Names and settings of classes of three.js, such as the camera and the lights. @defaultValue null */
  readonly configDict?: Readonly<Record<string, unknown>> | null;
}

/** The options of {@link SummaryWriter.addHparams}. */
export interface HparamsOptions {
  /** All values that a setting may have, by its name. @defaultValue null */
  readonly hparamDomainDiscrete?: Readonly<Record<string, readonly unknown[]>> | null;
  /** The folder within that of the run. @defaultValue null, which means the time in seconds */
  readonly runName?: string | null;
  /** The step of the training. @defaultValue null */
  readonly globalStep?: number | null;
}

type Step = number | null;
type Time = number | null;
type Weights = ArrayLike | null;

export type SummaryRest = Mixed<[globalStep?: Step, walltime?: Time], SummaryOptions>;
export type ScalarRest = Mixed<
  [globalStep?: Step, walltime?: Time, newStyle?: boolean, doublePrecision?: boolean],
  ScalarOptions
>;
export type HistogramRest = Mixed<
  [globalStep?: Step, bins?: HistogramOptions['bins'], walltime?: Time, maxBins?: number | null],
  HistogramOptions
>;
export type ImageRest = Mixed<[globalStep?: Step, walltime?: Time, dataformats?: string], ImageOptions>;
export type ImagesRest = Mixed<[globalStep?: Step, walltime?: Time, dataformats?: string], ImagesOptions>;
export type VideoRest = Mixed<[globalStep?: Step, fps?: number, walltime?: Time], VideoOptions>;
export type AudioRest = Mixed<[globalStep?: Step, sampleRate?: number, walltime?: Time], AudioOptions>;
export type EmbeddingRest = Mixed<
  [
    metadata?: EmbeddingOptions['metadata'],
    labelImg?: ArrayLike | null,
    globalStep?: Step,
    tag?: string,
    metadataHeader?: EmbeddingOptions['metadataHeader'],
  ],
  EmbeddingOptions
>;
export type PrCurveRest = Mixed<
  [globalStep?: Step, numThresholds?: number, weights?: Weights, walltime?: Time],
  PrCurveOptions
>;
export type ChartRest = Mixed<[category?: string, title?: string], ChartOptions>;
export type MeshRest = Mixed<
  [
    colors?: ArrayLike | null,
    faces?: ArrayLike | null,
    configDict?: MeshOptions['configDict'],
    globalStep?: Step,
    walltime?: Time,
  ],
  MeshOptions
>;
/** What {@link SummaryWriter.addGraph} takes. */
export interface GraphOptions {
  /** The inputs of `forward`: one tensor, or an array of them. @defaultValue [] */
  readonly inputToModel?: Tensor | readonly unknown[];
  /** Print the graph as text, too. @defaultValue false */
  readonly verbose?: boolean;
  /** Refuse arrays and objects as outputs, which a trace fixes. @defaultValue true */
  readonly useStrictTrace?: boolean;
}
export type GraphRest = Mixed<
  [inputToModel?: Tensor | readonly unknown[], verbose?: boolean, useStrictTrace?: boolean],
  GraphOptions
>;
export type HparamsRest = Mixed<
  [hparamDomainDiscrete?: HparamsOptions['hparamDomainDiscrete'], runName?: string | null, globalStep?: Step],
  HparamsOptions
>;
