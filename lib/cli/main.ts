#!/usr/bin/env node
import { runProgram } from './program';

void runProgram(process.argv);
