/** torchvision's `datasets`: pictures in folders, and collections that were published. */
export { CIFAR10, CIFAR100, type CIFAROptions } from './cifar';
export { type CocoAnnotation, CocoDetection, type CocoOptions } from './coco';
export { FileDataset, type OnErrorOptions, type SkippedSample } from './file-dataset';
export {
  DatasetFolder,
  type DatasetFolderOptions,
  type FolderOptions,
  type FolderSample,
  IMG_EXTENSIONS,
  ImageFolder,
  type ImageFolderOptions,
} from './folder';
export { EMNIST, type EMNISTSplit, FashionMNIST, KMNIST, MNIST, type MNISTOptions } from './mnist';
export { type BothTransformsOptions, type TransformOptions, VisionDataset } from './vision-dataset';
export { VOCDetection, type VOCObject, type VOCOptions, VOCSegmentation, type VOCTarget, type VOCYear } from './voc';
