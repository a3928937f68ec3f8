#!/usr/bin/env node
import { Command } from 'commander';

import { addConvert } from './convert';
import { addDoctor } from './doctor';
import { addInspect } from './inspect';
import { addInstall } from './install';
import { addManage } from './manage';
import { addRuns } from './runs';

const program = new Command('libtorch-node').description('libtorch for libtorch-node: install it, check it');
addInstall(program);
addManage(program);
addDoctor(program);
addInspect(program);
addConvert(program);
addRuns(program);
void program.parseAsync();
