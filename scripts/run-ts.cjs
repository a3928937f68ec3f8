#!/usr/bin/env node
'use strict';
// Runs a TypeScript program of this repository against the built package: node scripts/run-ts.cjs FILE [ARGUMENTS]
const path = require('node:path');
require('./register-ts.cjs');

const [program] = process.argv.splice(2, 1);
if (!program) throw new Error('Usage: node scripts/run-ts.cjs FILE [ARGUMENTS]');
process.argv[1] = path.resolve(program);
require(process.argv[1]);
