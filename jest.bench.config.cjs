'use strict';
// `npm run bench:try`: the quicker benchmarks once, which takes minutes and is no part of `npm test`.
const base = require('./jest.config.cjs');

const [project] = base.projects;
module.exports = {
  ...base,
  projects: [{ ...project, displayName: 'bench', testMatch: ['<rootDir>/test/bench/**/*.test.ts'] }],
};
