'use strict';
const torch = require('../../../dist/index');

/** Samples that take their workers some time. */
module.exports = ({ length, size }) => ({
  length,
  get(index) {
    const x = torch.full([size, size], index);
    return x.mm(x);
  },
});
