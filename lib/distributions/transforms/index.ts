/** `torch.distributions.transforms`. */
export { Transform, type CacheSize, type TransformOptions } from './transform';
export { ComposeTransform, IndependentTransform, identityTransform } from './compose';
export { AbsTransform, ExpTransform, SigmoidTransform, SoftplusTransform, TanhTransform } from './elementwise';
export { AffineTransform, type AffineOptions, PowerTransform, ReshapeTransform } from './affine';
export {
  CorrCholeskyTransform,
  LowerCholeskyTransform,
  PositiveDefiniteTransform,
  SoftmaxTransform,
  StickBreakingTransform,
} from './vectors';
export { CatTransform, type CatOptions, type SequenceOptions, StackTransform } from './sequences';
export { CumulativeDistributionTransform } from './cumulative';
