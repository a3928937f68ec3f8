import type { Result } from '../harness/types';
import type { Drawing } from './charts';
import type { Report } from './read';
import type { Theme } from './theme';

const SUITES = ['spam', 'recurrent', 'mlp', 'dispatch', 'start', 'optim', 'data', 'checkpoint'];
const ROW = 24;
const MOST = 1.4;
const PROMISED = 'at most, as promised';

const isShown = ({ suite, name, unit }: Result): boolean =>
  SUITES.includes(suite) && !name.startsWith('matrix product') && unit !== 'MB';

/** A bar for each comparison with Python, its quartiles, and what was promised. */
export function ratios(report: Report, theme: Theme): Drawing {
  const rows = SUITES.flatMap((suite) => report.results.filter((one) => one.suite === suite && isShown(one)));
  const height = 120 + rows.length * ROW;
  const upTo = (value: number): number => Math.min(value, MOST);
  return {
    title: 'Time of libtorch-node where Python’s PyTorch takes 1',
    height,
    suites: SUITES,
    option: {
      grid: { left: 350, right: 60, top: 74, bottom: 44 },
      legend: {
        left: 350,
        top: 38,
        itemHeight: 10,
        itemGap: 20,
        textStyle: { color: theme.ink },
        data: ['median', 'quartiles', PROMISED],
      },
      xAxis: {
        type: 'value',
        min: 0,
        max: MOST,
        interval: 0.2,
        axisLabel: { color: theme.pale },
        splitLine: { lineStyle: { color: theme.grid } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(({ suite, name }) => (suite === 'checkpoint' ? `checkpoint, ${name}` : name)),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: theme.grid } },
        axisLabel: { color: theme.ink, fontSize: 12, interval: 0 },
      },
      series: [
        {
          name: 'median',
          type: 'bar',
          barWidth: 13,
          itemStyle: { color: theme.own },
          data: rows.map(({ ratio }) => upTo(ratio)),
          markLine: {
            silent: true,
            symbol: 'none',
            lineStyle: { color: theme.pale, type: 'dashed' },
            label: { formatter: 'Python', position: 'start', color: theme.pale },
            data: [{ xAxis: 1 }],
          },
        },
        {
          name: 'quartiles',
          type: 'custom',
          z: 3,
          itemStyle: { color: theme.ink },
          data: rows.map(({ quartiles }, i) => [upTo(quartiles[0]), i, upTo(quartiles[1])]),
          encode: { x: [0, 2], y: 1 },
          renderItem: (_, api) => {
            const [x0, y] = api.coord([api.value(0), api.value(1)]) as [number, number];
            const [x1] = api.coord([api.value(2), api.value(1)]) as [number, number];
            return {
              type: 'line',
              shape: { x1: x0, y1: y, x2: x1, y2: y },
              style: { stroke: theme.ink, lineWidth: 2 },
            };
          },
        },
        {
          name: PROMISED,
          type: 'scatter',
          symbol: 'rect',
          symbolSize: [3, 19],
          z: 4,
          itemStyle: { color: theme.mark, opacity: 1 },
          data: rows.flatMap(({ target }, i) => (target === null ? [] : [[target, i]])),
        },
        {
          name: 'figures',
          type: 'custom',
          silent: true,
          data: rows.map(({ ratio, quartiles }, i) => [upTo(Math.max(ratio, quartiles[1])), i, ratio]),
          renderItem: (_, api) => {
            const [, y] = api.coord([0, api.value(1)]) as [number, number];
            const text = Number(api.value(2)).toFixed(2);
            const style = { text, x: 790, y, fill: theme.ink, fontSize: 12, verticalAlign: 'middle' as const };
            return { type: 'text', style };
          },
        },
      ],
    },
  };
}
