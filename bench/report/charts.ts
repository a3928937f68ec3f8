/** Draws bench/results.json as SVG into docs/images, for light and for dark pages. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as echarts from 'echarts';
import { peers } from './peers-chart';
import { ratios } from './ratios-chart';
import { type Report, readReport } from './read';
import { scaling } from './scaling-chart';
import { FONT, THEMES, type Theme } from './theme';

/** A drawing: what ECharts is given, and how large it is. */
export interface Drawing {
  readonly title: string;
  readonly height: number;
  /** The suites whose figures it shows. */
  readonly suites: readonly string[];
  readonly option: echarts.EChartsOption;
}

export const WIDTH = 840;
/** Without a browser ECharts guesses widths from the font's size alone, too narrow for what is seen. */
echarts.setPlatformAPI({
  measureText: (text: string, font?: string) => {
    const size = Number(/(\d+(?:\.\d+)?)px/.exec(font ?? '')?.[1] ?? 12);
    return { width: text.length * size * 0.56 };
  },
});

const images = path.join(__dirname, '../../docs/images');
const DRAWINGS: Readonly<Record<string, (report: Report, theme: Theme) => Drawing>> = { ratios, peers, scaling };

/** Where and when the suites ran: the last day on each machine. */
function provenance(suites: readonly string[], report: Report): string {
  const last = new Map<string, string>();
  for (const { machine, date } of suites.flatMap((name) => report.suites[name] ?? [])) {
    if (date > (last.get(machine) ?? '')) last.set(machine, date);
  }
  return [...last].map(([machine, date]) => `${machine}, ${date}`).join('; ');
}

function render({ title, height, suites, option }: Drawing, report: Report, theme: Theme): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height });
  const note = {
    text: provenance(suites, report),
    left: 12,
    bottom: 8,
    textStyle: { color: theme.pale, fontSize: 11, fontWeight: 'normal' as const },
  };
  const heading = { text: title, left: 12, top: 10, textStyle: { color: theme.ink, fontSize: 15 } };
  const more = (option.title ?? []) as echarts.TitleComponentOption[];
  chart.setOption({
    animation: false,
    backgroundColor: theme.paper,
    textStyle: { fontFamily: FONT, color: theme.ink },
    ...option,
    title: [heading, note, ...more],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}

export function drawCharts(): void {
  const report = readReport();
  mkdirSync(images, { recursive: true });
  for (const [name, draw] of Object.entries(DRAWINGS)) {
    for (const theme of THEMES) {
      const file = path.join(images, `bench-${name}${theme.name === 'dark' ? '-dark' : ''}.svg`);
      writeFileSync(file, render(draw(report, theme), report, theme));
    }
  }
}
