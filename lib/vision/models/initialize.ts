import { nn } from '../../index';

/** How the weights of the classes of layers are drawn; those that are not named keep their own start. */
export interface Start {
  readonly convolution?: (layer: nn.Conv2d) => void;
  readonly norm?: (layer: nn.BatchNorm2d | nn.GroupNorm) => void;
  readonly linear?: (layer: nn.Linear) => void;
}

/** Draws new weights for all layers of `model`, in the order of its modules. */
export function initialize(model: nn.Module, { convolution, norm, linear }: Start): void {
  for (const module of model.modules()) {
    if (module instanceof nn.Conv2d) convolution?.(module);
    else if (module instanceof nn.BatchNorm2d || module instanceof nn.GroupNorm) norm?.(module);
    else if (module instanceof nn.Linear) linear?.(module);
  }
}

/** He's normal start of convolutions, by their outputs, and a bias of zero. */
export function heFanOut({ weight, bias }: nn.Conv2d): void {
  nn.init.kaimingNormal_(weight, { mode: 'fanOut', nonlinearity: 'relu' });
  if (bias) nn.init.zeros_(bias);
}

/** He's normal start by the outputs, as it is for leaky rectifiers of slope 0, and a bias of zero. */
export function heLeakyFanOut({ weight, bias }: nn.Conv2d): void {
  nn.init.kaimingNormal_(weight, { mode: 'fanOut' });
  if (bias) nn.init.zeros_(bias);
}

/** A normalization that changes nothing. */
export function onesAndZeros({ weight, bias }: nn.BatchNorm2d | nn.GroupNorm): void {
  if (weight) nn.init.ones_(weight);
  if (bias) nn.init.zeros_(bias);
}

/** Weights from a normal distribution with a standard deviation of 0.01, and a bias of zero. */
export function smallNormal({ weight, bias }: nn.Linear): void {
  nn.init.normal_(weight, 0, 0.01);
  if (bias) nn.init.zeros_(bias);
}
