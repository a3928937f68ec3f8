#!/usr/bin/env node
import { Command } from 'commander';

import { addDoctor } from './doctor';
import { addInstall } from './install';

const program = new Command('libtorch-node').description('libtorch for libtorch-node: install it, check it');
addInstall(program);
addDoctor(program);
void program.parseAsync();
