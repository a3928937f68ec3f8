import { hostname } from 'node:os';
import path from 'node:path';
import { appendWhole, makeFolder } from '../../arguments/whole-files';
import { fileFailure } from '../../arguments/files';
import { encode } from './events';
import { frame } from './framing';
import { type DrawnNode, encodeGraph, encodeRun } from './graph/protos';

let files = 0;

/** When something was recorded: the step of training, and the time in seconds since 1970. */
export interface Moment {
  readonly globalStep: number | null;
  readonly walltime: number | null;
}

/** One event file. Events are in the file when a call returns. */
export class EventFile {
  readonly folder: string;
  readonly file: string;

  constructor(folder: string, suffix = '') {
    this.folder = makeFolder('SummaryWriter', folder);
    const seconds = Math.floor(Date.now() / 1000);
    this.file = path.join(
      this.folder,
      `events.out.tfevents.${seconds}.${hostname()}.${process.pid}.${files++}${suffix}`,
    );
    this.add({ fileVersion: 'brain.Event:2' }, { globalStep: null, walltime: null });
  }

  add(event: object, { globalStep, walltime }: Moment): void {
    const step = globalStep === null ? {} : { step: globalStep };
    const bytes = frame(encode('Event', { wallTime: walltime ?? Date.now() / 1000, ...step, ...event }));
    try {
      appendWhole(this.file, bytes);
    } catch (cause) {
      throw fileFailure('SummaryWriter', this.file, cause);
    }
  }

  /** A graph that was traced, and that it ran. */
  addGraph(nodes: readonly DrawnNode[], walltime: number | null): void {
    this.addOnnxGraph(nodes, walltime);
    const taggedRunMetadata = { tag: 'step1', runMetadata: encodeRun() };
    this.add({ taggedRunMetadata }, { globalStep: null, walltime });
  }

  addOnnxGraph(nodes: readonly DrawnNode[], walltime: number | null): void {
    this.add({ graphDef: encodeGraph(nodes) }, { globalStep: null, walltime });
  }

  addValues(values: readonly object[], moment: Moment): void {
    this.add({ summary: { value: values } }, moment);
  }
}
