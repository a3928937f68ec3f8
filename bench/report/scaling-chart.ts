import type { Result } from '../harness/types';
import shapes from '../suites/scaling/shapes.json';
import type { Drawing } from './charts';
import type { Report } from './read';
import type { Theme } from './theme';

type What = keyof typeof shapes;

const NAMES: Readonly<Record<What, string>> = {
  batch: 'batch',
  steps: 'time steps',
  hidden: 'hidden size',
  layers: 'layers',
};
const PANELS = [
  { left: 60, top: 110 },
  { left: 470, top: 110 },
  { left: 60, top: 420 },
  { left: 470, top: 420 },
];
const [PANEL_WIDTH, PANEL_HEIGHT] = [340, 230];

interface Line {
  readonly name: string;
  readonly color: (theme: Theme) => string;
  readonly type: 'solid' | 'dashed' | 'dotted';
  readonly of: (result: Result) => number | undefined;
}

const LINES: readonly Line[] = [
  { name: 'Python', color: ({ python }) => python, type: 'solid', of: ({ python }) => python },
  { name: 'libtorch-node', color: ({ own }) => own, type: 'solid', of: ({ node }) => node },
  {
    name: 'operations / rate of a matrix product',
    color: ({ pale }) => pale,
    type: 'dashed',
    of: ({ floor }) => floor,
  },
  { name: 'bytes / rate of a copy', color: ({ pale }) => pale, type: 'dotted', of: ({ bytesFloor }) => bytesFloor },
];

/** Cost against each size, both logarithmic, beside Python and what the arithmetic and the traffic take at least. */
export function scaling(report: Report, theme: Theme): Drawing {
  const panels = Object.entries(shapes) as [What, number[]][];
  const measured = (what: What, value: number): Result | undefined =>
    report.results.find(({ suite, name }) => suite === 'scaling' && name === `${what} ${value}`);
  const axis = { axisLabel: { color: theme.pale }, axisLine: { lineStyle: { color: theme.grid } } };
  return {
    title: 'Training step of a GRU as it grows: ms, logarithmic',
    height: 740,
    suites: ['scaling'],
    option: {
      legend: { left: 12, top: 40, itemWidth: 34, itemGap: 22, textStyle: { color: theme.ink } },
      grid: PANELS.map((place) => ({ ...place, width: PANEL_WIDTH, height: PANEL_HEIGHT })),
      xAxis: panels.map(([what, values], i) => ({
        type: 'category' as const,
        gridIndex: i,
        name: NAMES[what],
        nameLocation: 'middle' as const,
        nameGap: 26,
        nameTextStyle: { color: theme.ink },
        boundaryGap: false,
        data: values.map(String),
        ...axis,
      })),
      yAxis: panels.map((_, i) => ({
        type: 'log' as const,
        gridIndex: i,
        splitLine: { lineStyle: { color: theme.grid } },
        minorTick: { splitNumber: 9 },
        minorSplitLine: { show: true, lineStyle: { color: theme.grid, opacity: 0.3 } },
        ...axis,
      })),
      series: panels.flatMap(([what, values], i) =>
        LINES.map(({ name, color, type, of }) => ({
          name,
          type: 'line' as const,
          xAxisIndex: i,
          yAxisIndex: i,
          showSymbol: type === 'solid',
          symbol: 'circle',
          symbolSize: 6,
          itemStyle: { color: color(theme) },
          lineStyle: { color: color(theme), type, width: 2 },
          data: values.map((value) => {
            const result = measured(what, value);
            return (result && of(result)) ?? null;
          }),
        })),
      ),
    },
  };
}
