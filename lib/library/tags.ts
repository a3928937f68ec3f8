/** Tags of operators, with the numbers that libtorch has for them. */
import { native } from '../native/binding';

/** The numbers are native code's own. */
export const Tag: Readonly<Record<TagName, number>> = native.operatorTags() as Record<TagName, number>;

/** What is said of an operator besides its schema. @see https://docs.pytorch.org/docs/2.13/torch.html#operator-tags */
export type TagName =
  | 'core'
  | 'data_dependent_output'
  | 'dynamic_output_shape'
  | 'flexible_layout'
  | 'generated'
  | 'inplace_view'
  | 'maybe_aliasing_or_mutating'
  | 'needs_contiguous_strides'
  | 'needs_exact_strides'
  | 'needs_fixed_stride_order'
  | 'nondeterministic_bitwise'
  | 'nondeterministic_seeded'
  | 'pointwise'
  | 'pt2_compliant_tag'
  | 'view_copy';
