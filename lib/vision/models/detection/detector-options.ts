/** The options that all detectors have. */
import { floats, int, ints } from '../../../arguments/fields';
import { GeneralizedRCNNTransform, type RCNNTransformOptions } from './rcnn-transform';

/** What each detector takes. */
export interface DetectorOptions {
  /** The number of classes, with the background. @defaultValue 91 */
  readonly numClasses?: number;
  /** What is subtracted from each channel. @defaultValue [0.485, 0.456, 0.406]; the SSD models have their own */
  readonly imageMean?: readonly number[];
  /** By what each channel is divided. @defaultValue [0.229, 0.224, 0.225]; the SSD models have their own */
  readonly imageStd?: readonly number[];
}

/** What detectors take that keep the shape of pictures. */
export interface ShapedDetectorOptions extends DetectorOptions {
  /** The least length of the shorter side of pictures, or several of which one is drawn in training. @defaultValue 800 */
  readonly minSize?: number | readonly number[];
  /** The most length of the longer side. @defaultValue 1333 */
  readonly maxSize?: number;
}

/** The table of {@link DetectorOptions}. */
export const DETECTOR = {
  numClasses: int(91),
  imageMean: floats([0.485, 0.456, 0.406]),
  imageStd: floats([0.229, 0.224, 0.225]),
};

/** The table of {@link ShapedDetectorOptions}. */
export const SHAPED = { ...DETECTOR, minSize: ints(800), maxSize: int(1333) };

type Color = number | readonly number[];
type Sizes = Omit<RCNNTransformOptions, 'imageMean' | 'imageStd'>;

/** What makes pictures such as a detector was made for. */
export function transformFor(
  { imageMean, imageStd }: { readonly imageMean: Color; readonly imageStd: Color },
  sizes: Sizes,
): GeneralizedRCNNTransform {
  return new GeneralizedRCNNTransform({ ...sizes, imageMean: [imageMean].flat(), imageStd: [imageStd].flat() });
}
