import { useEffect, useRef } from 'preact/hooks';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Colours } from './colours.ts';

interface Series {
  label: string;
  /** One a day; a day without a value has none. */
  values: readonly (number | undefined)[];
}

interface ChartProps {
  title: string;
  days: readonly string[];
  series: readonly Series[];
  colours: Colours;
  /** Of the axis. */
  show: (value: number) => string;
}

const height = 150;

/** A line a series. Every number of it stands in the table beside it, so a reader of screens is told its name alone. */
export const Chart = ({ title, days, series, colours, show }: ChartProps) => {
  const host = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = host.current;
    if (!element || !document.createElement('canvas').getContext('2d')) return undefined;
    const plot = new uPlot(
      optionsOf({ days, series, colours, show }, element.clientWidth),
      [days.map((_, place) => place), ...series.map(({ values }) => values.map((value) => value ?? null))],
      element,
    );
    const resize = new ResizeObserver(() => plot.setSize({ width: element.clientWidth, height }));
    resize.observe(element);
    return () => {
      resize.disconnect();
      plot.destroy();
    };
  }, [days, series, colours]);
  return (
    <figure class="chart">
      <figcaption>
        <span class="chart-title">{title}</span>
        {series.length > 1 && (
          <span class="chart-keys" aria-hidden="true">
            {series.map(({ label }, place) => (
              <span key={label} class={`chart-key chart-key-${place}`}>
                {label}
              </span>
            ))}
          </span>
        )}
      </figcaption>
      <div ref={host} role="img" aria-label={title} />
    </figure>
  );
};

function optionsOf({ days, series, colours, show }: Omit<ChartProps, 'title'>, width: number): uPlot.Options {
  const { text, line } = colours;
  const font = '12px system-ui, sans-serif';
  const axis = { stroke: text, font, ticks: { show: false } };
  return {
    width,
    height,
    padding: [8, 12, 0, 0],
    cursor: { show: false },
    legend: { show: false },
    scales: { x: { time: false }, y: { range: (_, __, highest) => [0, Math.max(1, highest * 1.1)] } },
    axes: [
      {
        ...axis,
        grid: { show: false },
        // Its first day stands below the lowest number of the other axis, not beside it.
        size: 34,
        gap: 14,
        space: 56,
        incrs: [1, 2, 5, 7, 14, 28, 60, 90],
        values: (_, places) => places.map((place) => days[place] ?? ''),
      },
      {
        ...axis,
        size: (_, values) => 16 + 7 * Math.max(2, ...(values ?? []).map((value) => value.length)),
        space: 36,
        grid: { stroke: line, width: 1 },
        incrs: [1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1_440, 2_880, 10_080, 50_000, 100_000],
        values: (_, values) => values.map(show),
      },
    ],
    series: [
      {},
      ...series.map(({ label }, place) => ({
        label,
        stroke: colours.series[place] ?? text,
        width: 2,
        // Not by colour alone.
        ...(place > 0 ? { dash: [6, 4] } : {}),
        spanGaps: true,
        points: { show: days.length <= 31, size: 5 },
      })),
    ],
  };
}
