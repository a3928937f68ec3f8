'use strict';
// What the worker loads: plain JavaScript, which lets it load TypeScript.
require('../../../scripts/register-ts.cjs');
module.exports = require('../service.ts').default;
