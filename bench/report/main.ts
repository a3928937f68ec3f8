/** `npm run bench:report`: the tables and the charts of what was measured, as `npm run bench` makes them at its end. */
import { drawCharts } from './charts';
import { writeProse } from './prose';
import { writeTables } from './tables';

writeTables();
drawCharts();
void writeProse();
