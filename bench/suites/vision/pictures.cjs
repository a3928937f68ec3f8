'use strict';
// The pictures of a folder as a worker reads them, so it is plain JavaScript.
const torch = require('../../../dist/index.js');
const { datasets, transforms: t } = require('../../../dist/vision/index.js');

module.exports = ({ folder }) => {
  torch.setNumThreads(1);
  const transform = new t.Compose([
    new t.RandomResizedCrop(224),
    new t.RandomHorizontalFlip(),
    new t.ToDtype(torch.float32, { scale: true }),
    new t.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
  ]);
  return new datasets.ImageFolder(folder, { transform });
};
