/**
 * Consecutive layers of convolutional networks inside of a Sequential that native code runs in one call, with the bits of the single ones
 * (native/nn/stages.cc says why).
 */
import { native } from '../../native/binding';
import type { StageStep, StagesBox } from '../../native/contract/nn';
import type { Handle } from '../../native/contract';
import { type Tensor, handleOf, isTensor, wrap } from '../../ops/tensor-methods';
import { spread } from '../functional/define';
import type { Module } from '../module';
import { ReLU } from '../modules/activation';
import { BatchNorm2d } from '../modules/batch-norm';
import { Conv2d } from '../modules/convolution';
import { Linear } from '../modules/linear';
import { MaxPool2d } from '../modules/max-pooling';
import { AdaptiveAvgPool2d } from '../modules/pooling';
import { Flatten } from '../modules/shape';
import { Kinds, type Member, areCurrent, handleOrNull } from './run-members';

/** What native code is given with each call. */
type Given = (Handle | null | boolean)[];

const pair = (option: number | readonly number[]): readonly number[] => spread(option, 2);

function convolution({ stride, padding, dilation, groups, paddingMode }: Conv2d): StageStep | null {
  if (typeof padding === 'string' || paddingMode !== 'zeros') return null;
  return ['conv2d', stride, padding, dilation, groups];
}

function batchNorm({ eps, momentum }: BatchNorm2d): StageStep | null {
  return momentum === null || !(eps > 0) ? null : ['batchNorm', eps, momentum];
}

function addBatchNorm(given: Given, norm: BatchNorm2d): void {
  const { training, trackRunningStats, weight, bias, runningMean, runningVar, numBatchesTracked } = norm;
  const keeps = !training || trackRunningStats;
  const counter = training && trackRunningStats ? numBatchesTracked : null;
  given.push(handleOrNull(weight), handleOrNull(bias));
  given.push(keeps ? handleOrNull(runningMean) : null, keeps ? handleOrNull(runningVar) : null, handleOrNull(counter));
  given.push(training || (runningMean === null && runningVar === null));
}

function maxPool({ kernelSize, stride, padding, dilation, returnIndices, ceilMode }: MaxPool2d): StageStep | null {
  return returnIndices ? null : ['maxPool', pair(kernelSize), pair(stride), pair(padding), pair(dilation), ceilMode];
}

function averagePool({ outputSize }: AdaptiveAvgPool2d): StageStep | null {
  const size = typeof outputSize === 'number' ? [outputSize, outputSize] : outputSize;
  const known = size?.filter((n) => n !== null) ?? [];
  return known.length === 2 ? ['averagePool', known] : null;
}

/** The layers that take part. @internal */
export const stages = new Kinds<StageStep>()
  .add(Conv2d, convolution, ['stride', 'padding', 'dilation', 'groups', 'paddingMode'])
  .add(BatchNorm2d, batchNorm, ['eps', 'momentum'])
  .add(ReLU, ({ inplace }) => ['relu', inplace], ['inplace'])
  .add(MaxPool2d, maxPool, ['kernelSize', 'stride', 'padding', 'dilation', 'returnIndices', 'ceilMode'])
  .add(AdaptiveAvgPool2d, averagePool, ['outputSize'])
  .add(Flatten, ({ startDim, endDim }) => ['flatten', startDim, endDim], ['startDim', 'endDim'])
  .add(Linear, ['linear']);

/** Adds what native code is given of a layer. */
function addGiven(given: Given, module: Module): void {
  if (module instanceof BatchNorm2d) addBatchNorm(given, module);
  else if (module instanceof Conv2d || module instanceof Linear) {
    given.push(handleOf(module.weight), handleOrNull(module.bias));
  }
}

/** Some consecutive layers. @internal */
export class Stages {
  readonly #box: StagesBox;
  readonly #members: readonly Member<StageStep>[];

  constructor(members: readonly Member<StageStep>[]) {
    this.#box = native.newStages(members.map(({ step }) => step));
    this.#members = members;
  }

  get length(): number {
    return this.#members.length;
  }

  isCurrent(): boolean {
    return areCurrent(this.#members);
  }

  /** The output of the layers; null where they are to run one by one, as for an error that names its layer. */
  compute(input: unknown): Tensor | null {
    if (!isTensor(input) || !this.isCurrent()) return null;
    try {
      const given: Given = [];
      // eslint-disable-next-line @typescript-eslint/prefer-for-of -- which makes an object for each element until V8 has compiled it
      for (let i = 0; i < this.#members.length; i++) addGiven(given, (this.#members[i] as Member<StageStep>).module);
      const handle = native.runStages(this.#box, handleOf(input), ...given);
      return handle === null ? null : wrap(handle);
    } catch {
      return null;
    }
  }
}
