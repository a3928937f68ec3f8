/** `torch.testing`: comparisons and random tensors for tests. */
export { type AssertCloseOptions, assertClose } from './assert-close';
export { type MakeTensorOptions, makeTensor } from './make-tensor';
