/** The program of the worker of `trainInWorker`. */
import { serveTraining } from './serve';

serveTraining();
