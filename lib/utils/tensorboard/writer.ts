import { hostname } from 'node:os';
import path from 'node:path';
import { readArguments, takesNothing } from '../../arguments/read';
import type { Mixed } from '../../arguments/signature';
import { replaceWhole } from '../../arguments/whole-files';
import { EventFile, type Moment } from './event-file';
import type { Module } from '../../nn/module';
import { type Tensor, isTensor } from '../../ops/tensor-methods';
import { valueError } from '../../errors';
import { audioOf } from './audio';
import { precisionRecall } from './curves';
import { writeEmbedding } from './embedding';
import * as fields from './fields';
import { drawOnnx } from './graph/onnx';
import { drawModel, targetOf } from './graph/trace';
import { makeHistogram } from './histogram';
import { imageOf, pictureOf, pixelsOf, videoOf, withBoxes } from './images';
import type * as options from './options';
import {
  type HyperParameter,
  type ScalarsLayout,
  curveValue,
  hparamValues,
  layoutValue,
  meshValues,
  scalarValue,
  tensorValue,
  textValue,
} from './summaries';
import { type ArrayLike, numbersOf } from './array-like';

/** The most thresholds that TensorBoard reads. */
const MOST_THRESHOLDS = 127;

/** `Nov28_18-02-03_host` as Python names a folder of runs. */
function defaultFolder(comment: string): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = now.toLocaleString('en-US', { month: 'short' });
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('-');
  return path.join('runs', `${month}${two(now.getDate())}_${time}_${hostname()}${comment}`);
}

/** What a writer is made with. */
export interface SummaryWriterOptions {
  /** The folder of the run. @defaultValue a new one in `runs`, named after time and host */
  readonly logDir?: string | null;
  /** Put behind the name of that folder. @defaultValue '' */
  readonly comment?: string;
  /** TensorBoard forgets what an earlier run has written from this step on. @defaultValue null */
  readonly purgeStep?: number | null;
  /** Has no effect: each call writes. @defaultValue 10 */
  readonly maxQueue?: number;
  /** Has no effect: each call writes. @defaultValue 120 */
  readonly flushSecs?: number;
  /** Put behind the names of files. @defaultValue '' */
  readonly filenameSuffix?: string;
}

/**
 * Writes what TensorBoard shows: scalars, histograms, images, sounds, text, curves, meshes, embeddings and the settings of
 * runs. Each call writes before it returns.
 *
 * Figures and videos need optional packages: `@resvg/resvg-js` for SVG, `gifenc` for videos.
 *
 * @see https://docs.pytorch.org/docs/2.13/tensorboard.html#torch.utils.tensorboard.writer.SummaryWriter
 * @example
 * const writer = new torch.utils.tensorboard.SummaryWriter('runs/first');
 * writer.addScalar('loss', 0.5, 1);
 * writer.addHistogram('weights', torch.randn([100]), 1);
 * writer.close();
 */
export class SummaryWriter implements Disposable {
  /** The folder of the run. */
  readonly logDir: string;
  readonly #suffix: string;
  readonly #files = new Map<string, EventFile>();
  #purgeStep: number | null;
  #projector = '';

  constructor(
    ...args: Mixed<
      [
        logDir?: string | null,
        comment?: string,
        purgeStep?: number | null,
        maxQueue?: number,
        flushSecs?: number,
        filenameSuffix?: string,
      ],
      SummaryWriterOptions
    >
  ) {
    const read = readArguments('SummaryWriter', fields.WRITER, args);
    this.logDir = read.logDir || defaultFolder(read.comment);
    this.#suffix = read.filenameSuffix;
    this.#purgeStep = read.purgeStep;
    this.#file();
  }

  /** The event file of a folder, which is made when it is first asked for, also after {@link close}. */
  #file(folder = this.logDir): EventFile {
    let file = this.#files.get(folder);
    if (file) return file;
    this.#files.set(folder, (file = new EventFile(folder, this.#suffix)));
    if (this.#purgeStep !== null && folder === this.logDir) {
      const moment = { globalStep: this.#purgeStep, walltime: null };
      file.add({ fileVersion: 'brain.Event:2' }, moment);
      file.add({ sessionLog: { status: 1 } }, moment);
      this.#purgeStep = null;
    }
    return file;
  }

  #add(value: object, moment: Moment): void {
    this.#file().addValues([value], moment);
  }

  /** The folder of the run. */
  getLogdir(...args: []): string {
    takesNothing('getLogdir', args);
    return this.logDir;
  }

  /** One figure. Further arguments: `globalStep`, `walltime`, `newStyle`, `doublePrecision`. */
  addScalar(...args: [tag: string, scalarValue: ArrayLike, ...optional: options.ScalarRest]): void {
    const read = readArguments('addScalar', fields.SCALAR, args);
    this.#add(scalarValue(read.tag, read.scalarValue, read.newStyle, read.doublePrecision), read);
  }

  /** Several figures in one chart: each is a run of its own. Further arguments: `globalStep`, `walltime`. */
  addScalars(
    ...args: [mainTag: string, tagScalarDict: Readonly<Record<string, ArrayLike>>, ...optional: options.SummaryRest]
  ): void {
    const { mainTag, tagScalarDict, globalStep, walltime } = readArguments('addScalars', fields.SCALARS, args);
    const moment = { globalStep, walltime: walltime ?? Date.now() / 1000 };
    for (const [tag, scalar] of Object.entries(tagScalarDict)) {
      const folder = `${this.logDir}/${mainTag.replaceAll('/', '_')}_${tag}`;
      this.#file(folder).addValues([scalarValue(mainTag, scalar, false, false)], moment);
    }
  }

  /** All elements of a tensor. Further arguments: `globalStep`, `walltime`. */
  addTensor(...args: [tag: string, tensor: Tensor, ...optional: options.SummaryRest]): void {
    const read = readArguments('addTensor', fields.TENSOR, args);
    this.#add(tensorValue(read.tag, read.tensor), read);
  }

  /**
   * The distribution of numbers. Further arguments: `globalStep`, `bins` (`'tensorflow'`, a number of bins, or their limits),
   * `walltime`, `maxBins`.
   */
  addHistogram(...args: [tag: string, values: ArrayLike, ...optional: options.HistogramRest]): void {
    const read = readArguments('addHistogram', fields.HISTOGRAM, args);
    this.#add({ tag: read.tag, histo: makeHistogram(numbersOf(read.values).data, read.bins, read.maxBins) }, read);
  }

  /**
   * A histogram that was counted elsewhere: `min`, `max`, `num`, `sum`, `sumSquares`, `bucketLimits`, `bucketCounts`,
   * `globalStep`, `walltime`.
   */
  addHistogramRaw(tag: string, options: options.HistogramRawOptions): void;
  addHistogramRaw(
    ...args: [
      tag: string,
      min: number,
      max: number,
      num: number,
      sum: number,
      sumSquares: number,
      bucketLimits: readonly number[],
      bucketCounts: readonly number[],
      ...optional: options.SummaryRest,
    ]
  ): void;
  addHistogramRaw(...args: readonly unknown[]): void {
    const read = readArguments('addHistogramRaw', fields.HISTOGRAM_RAW, args);
    const { min, max, num, sum, sumSquares, bucketLimits: bucketLimit, bucketCounts: bucket } = read;
    if (bucketLimit.length !== bucket.length)
      throw valueError('len(bucket_limits) != len(bucket_counts), see the document.');
    this.#add({ tag: read.tag, histo: { min, max, num, sum, sumSquares, bucketLimit, bucket } }, read);
  }

  /** An image: numbers from 0 to 1, or bytes. Further arguments: `globalStep`, `walltime`, `dataformats` (`'CHW'`). */
  addImage(...args: [tag: string, imgTensor: ArrayLike, ...optional: options.ImageRest]): void {
    const read = readArguments('addImage', fields.IMAGE, args);
    this.#add({ tag: read.tag, image: imageOf(pixelsOf(numbersOf(read.imgTensor), read.dataformats)) }, read);
  }

  /** Images beside each other. Further arguments: `globalStep`, `walltime`, `dataformats` (`'NCHW'`). */
  addImages(...args: [tag: string, imgTensor: ArrayLike, ...optional: options.ImagesRest]): void {
    const read = readArguments('addImages', fields.IMAGES, args);
    this.#add({ tag: read.tag, image: imageOf(pixelsOf(numbersOf(read.imgTensor), read.dataformats)) }, read);
  }

  /**
   * An image with red frames around boxes `[xmin, ymin, xmax, ymax]`. Further arguments: those of {@link addImage}. Python's `rescale`
   * and `labels` are not here: resize the image and the boxes before, and draw labels by a program that has fonts.
   */
  addImageWithBoxes(
    ...args: [tag: string, imgTensor: ArrayLike, boxTensor: ArrayLike, ...optional: options.ImageRest]
  ): void {
    const read = readArguments('addImageWithBoxes', fields.BOXES, args);
    const pixels = pixelsOf(numbersOf(read.imgTensor), read.dataformats);
    this.#add({ tag: read.tag, image: imageOf(withBoxes(pixels, numbersOf(read.boxTensor))) }, read);
  }

  /** A picture: the bytes of a PNG, GIF or SVG file, as programs that plot give. Further: `globalStep`, `walltime`. */
  addFigure(...args: [tag: string, figure: Uint8Array, ...optional: options.SummaryRest]): void {
    const read = readArguments('addFigure', fields.FIGURE, args);
    this.#add({ tag: read.tag, image: pictureOf(read.figure) }, read);
  }

  /** Videos `[N, T, C, H, W]` as an animated GIF. Further arguments: `globalStep`, `fps` (4), `walltime`. */
  addVideo(...args: [tag: string, vidTensor: ArrayLike, ...optional: options.VideoRest]): void {
    const read = readArguments('addVideo', fields.VIDEO, args);
    this.#add({ tag: read.tag, image: videoOf(numbersOf(read.vidTensor), read.fps) }, read);
  }

  /** A sound: numbers from -1 to 1. Further arguments: `globalStep`, `sampleRate` (44100 Hz), `walltime`. */
  addAudio(...args: [tag: string, sndTensor: ArrayLike, ...optional: options.AudioRest]): void {
    const read = readArguments('addAudio', fields.AUDIO, args);
    this.#add({ tag: read.tag, audio: audioOf(numbersOf(read.sndTensor), read.sampleRate) }, read);
  }

  /** Text in Markdown. Further arguments: `globalStep`, `walltime`. */
  addText(...args: [tag: string, textString: string, ...optional: options.SummaryRest]): void {
    const read = readArguments('addText', fields.TEXT, args);
    this.#add(textValue(read.tag, read.textString), read);
  }

  /**
   * Points for the projector: `[N, D]`. Further arguments: `metadata` (a label for each), `labelImg` (`[N, C, H, W]`),
   * `globalStep`, `tag`, `metadataHeader`.
   */
  addEmbedding(...args: [mat: ArrayLike, ...optional: options.EmbeddingRest]): void {
    const read = readArguments('addEmbedding', fields.EMBEDDING, args);
    this.#projector += writeEmbedding(this.#file().folder, {
      ...{ points: numbersOf(read.mat), metadata: read.metadata, header: read.metadataHeader },
      ...{
        images: read.labelImg === null ? null : numbersOf(read.labelImg),
        step: read.globalStep ?? 0,
        tag: read.tag,
      },
    });
    replaceWhole(path.join(this.#file().folder, 'projector_config.pbtxt'), this.#projector);
  }

  /** A curve of precision and recall. Further arguments: `globalStep`, `numThresholds` (127), `weights`, `walltime`. */
  addPrCurve(
    ...args: [tag: string, labels: ArrayLike, predictions: ArrayLike, ...optional: options.PrCurveRest]
  ): void {
    const read = readArguments('addPrCurve', fields.CURVE, args);
    const count = Math.min(read.numThresholds, MOST_THRESHOLDS);
    const weights = read.weights === null ? 1 : numbersOf(read.weights);
    const figures = precisionRecall(numbersOf(read.labels), numbersOf(read.predictions), count, weights);
    this.#add(curveValue(read.tag, count, figures, count), read);
  }

  /**
   * The same from figures that were counted elsewhere: `truePositiveCounts`, `falsePositiveCounts`, `trueNegativeCounts`,
   * `falseNegativeCounts`, `precision`, `recall`, `globalStep`, `numThresholds`, `weights`, `walltime`.
   */
  addPrCurveRaw(tag: string, options: options.PrCurveRawOptions): void;
  addPrCurveRaw(
    ...args: [
      tag: string,
      truePositiveCounts: ArrayLike,
      falsePositiveCounts: ArrayLike,
      trueNegativeCounts: ArrayLike,
      falseNegativeCounts: ArrayLike,
      precision: ArrayLike,
      recall: ArrayLike,
      ...optional: options.PrCurveRest,
    ]
  ): void;
  addPrCurveRaw(...args: readonly unknown[]): void {
    const read = readArguments('addPrCurveRaw', fields.CURVE_RAW, args);
    const { truePositiveCounts: tp, falsePositiveCounts: fp, trueNegativeCounts: tn, falseNegativeCounts: fn } = read;
    const rows = [tp, fp, tn, fn, read.precision, read.recall].map((row) => [...numbersOf(row).data]);
    const width = rows[0]?.length ?? 0;
    if (rows.some((row) => row.length !== width)) throw valueError('all input arrays must have the same shape');
    this.#add(curveValue(read.tag, width, rows.flat(), Math.min(read.numThresholds, MOST_THRESHOLDS)), read);
  }

  /** A chart of several figures. Further arguments: `category`, `title`. */
  addCustomScalarsMultilinechart(...args: [tags: readonly string[], ...optional: options.ChartRest]): void {
    const { tags, category, title } = readArguments('addCustomScalarsMultilinechart', fields.CHART, args);
    this.addCustomScalars({ [category]: { [title]: ['Multiline', tags] } });
  }

  /** A chart of a figure between two others. Further arguments: `category`, `title`. */
  addCustomScalarsMarginchart(...args: [tags: readonly string[], ...optional: options.ChartRest]): void {
    const { tags, category, title } = readArguments('addCustomScalarsMarginchart', fields.CHART, args);
    this.addCustomScalars({ [category]: { [title]: ['Margin', tags] } });
  }

  /** Charts by category and title: `{ losses: { both: ['Multiline', ['train', 'test']] } }`. */
  addCustomScalars(...args: [layout: ScalarsLayout]): void {
    const { layout } = readArguments('addCustomScalars', fields.LAYOUT, args);
    this.#add(layoutValue(layout as ScalarsLayout), { globalStep: null, walltime: null });
  }

  /**
   * A model as a graph: it is traced with the inputs, in evaluation mode, and each operator is drawn in the modules that called it.
   * Further arguments: `inputToModel`, `verbose`, `useStrictTrace`.
   *
   * @throws TorchError if the model cannot be traced.
   */
  addGraph(...args: [model: Module | ((...inputs: never[]) => unknown), ...optional: options.GraphRest]): void {
    const { model, inputToModel, verbose, useStrictTrace } = readArguments('addGraph', fields.GRAPH, args);
    const inputs = isTensor(inputToModel) ? [inputToModel] : inputToModel;
    this.#file().addGraph(drawModel(targetOf(model), inputs, useStrictTrace, verbose), null);
  }

  /** The graph of a file of ONNX. */
  addOnnxGraph(...args: [prototxt: string]): void {
    const { prototxt } = readArguments('addOnnxGraph', fields.ONNX_GRAPH, args);
    this.#file().addOnnxGraph(drawOnnx(prototxt), null);
  }

  /** A mesh or points: `[batch, number, 3]`. Further arguments: `colors`, `faces`, `configDict`, `globalStep`, `walltime`. */
  addMesh(...args: [tag: string, vertices: ArrayLike, ...optional: options.MeshRest]): void {
    const read = readArguments('addMesh', fields.MESH, args);
    const { tag, vertices, colors, faces, configDict } = read;
    const parts = { vertices, ...(faces === null ? {} : { faces }), ...(colors === null ? {} : { colors }) };
    this.#file().addValues(meshValues(tag, parts, configDict ?? {}), read);
  }

  /**
   * The settings of a run and how well it did. Further arguments: `hparamDomainDiscrete`, `runName`, `globalStep`.
   *
   * @param hparamDict the settings
   * @param metricDict the figures by which runs are compared
   */
  addHparams(
    ...args: [
      hparamDict: Readonly<Record<string, HyperParameter>>,
      metricDict: Readonly<Record<string, ArrayLike>>,
      ...optional: options.HparamsRest,
    ]
  ): void {
    const read = readArguments('addHparams', fields.HPARAMS, args);
    const settings = read.hparamDict as Readonly<Record<string, HyperParameter>>;
    const values = hparamValues(settings, Object.keys(read.metricDict), read.hparamDomainDiscrete ?? {});
    const folder = path.join(this.logDir, read.runName || String(Date.now() / 1000));
    const moment = { globalStep: read.globalStep, walltime: null };
    const file = new EventFile(folder, this.#suffix);
    for (const value of values) file.addValues([value], moment);
    for (const [tag, scalar] of Object.entries(read.metricDict))
      file.addValues([scalarValue(tag, scalar, false, false)], moment);
  }

  /** Does nothing: everything is in the files already. */
  flush(...args: []): void {
    takesNothing('flush', args);
  }

  /** Ends the files. What is added later begins new ones, as in Python. */
  close(...args: []): void {
    takesNothing('close', args);
    this.#files.clear();
  }

  [Symbol.dispose](): void {
    this.close();
  }
}
