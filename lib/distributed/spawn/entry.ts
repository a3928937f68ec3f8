/** The program of the workers of `spawn`. */
import { serveRank } from './serve';

serveRank();
