/** The program of a loader's worker thread. */
import { serveLoader } from './serve';

serveLoader();
