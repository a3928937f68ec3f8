import type { OwnResult } from '../harness/types';
import type { Drawing } from './charts';
import type { Report } from './read';
import type { Theme } from './theme';

const ROW = 46;
const SYMBOLS = ['rect', 'triangle', 'diamond', 'roundRect', 'emptyCircle', 'emptyRect', 'emptyTriangle'];
const OWN = 'libtorch-node';

interface Point {
  readonly row: string;
  readonly framework: string;
  readonly ms: number;
}

function pointOf({ name, value }: OwnResult): Point {
  const colon = name.indexOf(': ');
  return { row: name.slice(0, colon), framework: name.slice(colon + 2), ms: value };
}

/** A row for each model, a mark for each framework, on a logarithmic scale of ms. */
export function peers(report: Report, theme: Theme): Drawing {
  const points = report.figures.filter(({ suite, unit }) => suite === 'peers' && unit === 'ms').map(pointOf);
  const rows = [...new Set(points.map(({ row }) => row))];
  const frameworks = [...new Set(points.map(({ framework }) => framework))];
  const others = frameworks.filter((name) => name !== OWN);
  const color = (name: string): string =>
    name === OWN ? theme.own : (theme.others[others.indexOf(name)] ?? theme.pale);
  return {
    title: 'A training step in several frameworks: ms, logarithmic',
    height: 160 + rows.length * ROW,
    suites: ['peers'],
    option: {
      grid: { left: 200, right: 30, top: 96, bottom: 60 },
      legend: {
        left: 12,
        top: 38,
        width: 800,
        itemHeight: 11,
        itemWidth: 16,
        itemGap: 22,
        textStyle: { color: theme.ink },
      },
      xAxis: {
        type: 'log',
        axisLabel: { color: theme.pale },
        axisLine: { show: true, lineStyle: { color: theme.grid } },
        splitLine: { lineStyle: { color: theme.grid } },
        minorTick: { splitNumber: 9 },
        minorSplitLine: { show: true, lineStyle: { color: theme.grid, opacity: 0.35 } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.grid } },
        axisLabel: { color: theme.ink, fontSize: 12 },
        splitLine: { show: true, lineStyle: { color: theme.grid, type: 'dotted' } },
      },
      series: [...others, OWN].map((name) => ({
        name,
        type: 'scatter' as const,
        symbol: name === OWN ? 'circle' : (SYMBOLS[others.indexOf(name)] ?? 'circle'),
        symbolSize: name === OWN ? 16 : 12,
        itemStyle: { color: color(name), opacity: 1, borderWidth: 2 },
        data: points.filter(({ framework }) => framework === name).map(({ row, ms }) => [ms, row]),
      })),
    },
  };
}
