import { aten, define } from './define';
import { bool, float, int } from '../../arguments/fields';
import { tensor } from '../../tensor/arguments';

/**
 * Distances between rows, and one-hot rows.
 *
 * @see https://docs.pytorch.org/docs/2.13/nn.functional.html#distance-functions
 */

const input = tensor();

/**
 * `oneHot(tensor, numClasses = -1)`: int64 class numbers `[*]` as rows `[*, numClasses]` of zeros with a one; −1 is the
 * largest class + 1.
 *
 * @throws TorchError if a class is negative or not below numClasses, or the input is not int64
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.one_hot.html
 * @example
 * nn.functional.oneHot(torch.tensor([0, 2])).tolist(); // [[1, 0, 0], [0, 0, 1]]
 */
export const oneHot = define('oneHot', { tensor: tensor(), numClasses: int(-1) }, (v) =>
  aten('one_hot')(v.tensor, v.numClasses),
);

/**
 * `cosineSimilarity(x1, x2, dim = 1, eps = 1e-8)`: x₁·x₂ / (max(‖x₁‖, eps)·max(‖x₂‖, eps)) along `dim`, which the
 * result has not. The inputs are broadcast.
 *
 * @throws TorchError if the shapes do not broadcast; TorchIndexError if there is no such dimension
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.cosine_similarity.html
 * @example
 * nn.functional.cosineSimilarity(torch.tensor([[1.5, 0]]), torch.tensor([[1, 1.0]])).tolist(); // [0.7071]
 */
export const cosineSimilarity = define(
  'cosineSimilarity',
  { x1: tensor(), x2: tensor(), dim: int(1), eps: float(1e-8) },
  (v) => aten('cosine_similarity')(v.x1, v.x2, v.dim, v.eps),
);

/**
 * `pairwiseDistance(x1, x2, p = 2, eps = 1e-6, keepdim = false)`: the p-norm of x₁ − x₂ + eps over the last dimension:
 * `[N, D]` gives `[N]`, or `[N, 1]` with keepdim. The inputs are broadcast.
 *
 * @throws TorchError if the shapes do not broadcast
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pairwise_distance.html
 * @example
 * nn.functional.pairwiseDistance(torch.tensor([[3.5, 0]]), torch.tensor([[0.5, 4]])).tolist(); // [5]
 */
export const pairwiseDistance = define(
  'pairwiseDistance',
  { x1: tensor(), x2: tensor(), p: float(2), eps: float(1e-6), keepdim: bool(false) },
  (v) => aten('pairwise_distance')(v.x1, v.x2, v.p, v.eps, v.keepdim),
);

/**
 * `pdist(input, p = 2)`: the p-norm distances between all pairs of the rows `[N, D]`, N·(N − 1)/2 of them, in the order
 * (0, 1), (0, 2), …
 *
 * @throws TorchError unless the input has two dimensions and p is not negative
 * @see https://docs.pytorch.org/docs/2.13/generated/torch.nn.functional.pdist.html
 * @example
 * nn.functional.pdist(torch.tensor([[0, 0], [3, 4], [0, 0.5]])).tolist(); // [5, 0.5, 4.6098]
 */
export const pdist = define('pdist', { input, p: float(2) }, (v) => aten('pdist')(v.input, v.p));
