import type { Distribution, SharePart } from '@linkage/contracts';
import { formatShare } from '@linkage/ui';
import type { ChartColours } from './chart-colours';
import type { Drawing } from './chart';

/** Below this a rest is a matter of rounding. */
const NOTHING = 0.0005;
const OTHERS = { key: 'others', label: 'Others' };

/** The named parts, then Others, always last. */
export const withOthers = ({ named, others }: Distribution, always = true): SharePart[] =>
  always || others >= NOTHING ? [...named, { ...OTHERS, share: others }] : [...named];

/** Everything that is known, and what is left unnamed. */
export const fullList = ({ all, named, others }: Distribution): SharePart[] => {
  const parts = all.length > 0 ? all : named;
  const left = all.length > 0 ? 1 - all.reduce((sum, { share }) => sum + share, 0) : others;
  return left >= NOTHING ? [...parts, { ...OTHERS, share: left }] : [...parts];
};

export const describe = (parts: readonly SharePart[]): string =>
  parts.map(({ label, share }) => `${label} ${formatShare(share)}`).join(', ');

const isOthers = ({ key }: SharePart): boolean => key === OTHERS.key;
const barOf = (part: SharePart): number => (isOthers(part) ? 0 : part.share);

const ranked = (colours: ChartColours): string[] => [colours['chart-1'], colours['chart-2'], colours['chart-3']];
const rankColour = (colours: ChartColours, part: SharePart, index: number): string =>
  part.key === OTHERS.key ? colours['chart-rest'] : (ranked(colours)[index] ?? colours['chart-3']);
/** Labels have the room that they need: the library is not to shrink the rest for them. */
const filled = { left: 0, right: 0, top: 0, bottom: 0, outerBoundsMode: 'none' };
const value = (colours: ChartColours, size = 13) => ({
  show: true,
  color: colours.ink,
  fontSize: size,
  fontWeight: 500,
  formatter: ({ value: share }: { value: number }) => formatShare(share),
});

/** Below this a chart has no room for a column of names beside its bars, nor for seven brackets in a row. */
const NARROW = 360;
/** What is above the first row of names and bars, and what the last row, which ends with its bar, has too much. */
const STACKED = { top: 6, bottom: -12 };

/** Room for the longest name: in most scripts a letter is 7 px wide, in those of East Asia 13 px. */
const namesColumn = (parts: readonly SharePart[], width: number): number => {
  const lengths = parts.map(({ label }) => [...label].reduce((sum, letter) => sum + (letter > '\u2e7f' ? 13 : 7), 12));
  return Math.round(Math.min(Math.max(112, ...lengths), width * 0.42));
};

interface Bars {
  /** Width of the column of names; 0: each name stands above its bar. */
  readonly names: number;
  readonly valueOf: (part: SharePart) => number;
  readonly colour: (part: SharePart, index: number) => string;
}

/** Horizontal bars, their values at the ends; the longest takes about four fifths. */
const bars = (parts: readonly SharePart[], colours: ChartColours, width: number, of: Bars): ReturnType<Drawing> => {
  const { names, valueOf, colour } = of;
  const room = width - names;
  return {
    grid: { ...filled, left: names, ...(names === 0 && STACKED) },
    xAxis: { type: 'value', show: false, max: Math.max(...parts.map(valueOf), 0.01) / (1 - 60 / Math.max(room, 120)) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: parts.map(({ label }) => label),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        align: 'left',
        overflow: 'truncate',
        fontSize: 13,
        color: colours.ink,
        ...(names === 0
          ? { inside: true, margin: 0, width, verticalAlign: 'bottom', padding: [0, 0, 13, 0] }
          : { margin: names, width: names - 8 }),
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: 20,
        silent: true,
        label: { ...value(colours), position: 'right' },
        data: parts.map((part, index) => ({
          value: valueOf(part),
          label: {
            formatter: formatShare(part.share),
            ...(valueOf(part) === 0 && { distance: 0, color: colours['ink-2'] }),
          },
          itemStyle: { color: colour(part, index), borderRadius: [0, 4, 4, 0] },
        })),
      },
    ],
  };
};

/** What is left over is said by its value alone: its bar would make stubs of those that have a name. */
export const placeBars =
  (parts: readonly SharePart[]): Drawing =>
  (colours, width) =>
    bars(parts, colours, width, {
      names: width < NARROW ? 0 : namesColumn(parts, width),
      valueOf: barOf,
      colour: (part, index) => rankColour(colours, part, index),
    });

/** In the order of age, the highest in the first colour: columns, and rows where there is no room for columns. */
export const ageColumns =
  (parts: readonly SharePart[]): Drawing =>
  (colours, width) => {
    const highest = Math.max(...parts.filter((part) => !isOthers(part)).map(({ share }) => share));
    const colour = (part: SharePart): string => {
      if (isOthers(part)) return colours['chart-rest'];
      return part.share === highest ? colours['chart-1'] : colours['chart-2'];
    };
    if (width < NARROW) return bars(parts, colours, width, { names: 60, valueOf: ({ share }) => share, colour });
    return {
      grid: { left: 0, right: 0, top: 22, bottom: 24 },
      xAxis: {
        type: 'category',
        data: parts.map(({ label }) => label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours['line-strong'] } },
        axisLabel: { interval: 0, fontSize: 12, color: colours['ink-2'], margin: 8 },
      },
      yAxis: { type: 'value', show: false, min: 0 },
      series: [
        {
          type: 'bar',
          barCategoryGap: '18%',
          silent: true,
          label: { ...value(colours, 12), position: 'top', distance: 6 },
          data: parts.map((part) => ({
            value: part.share,
            itemStyle: { color: colour(part), borderRadius: [4, 4, 0, 0] },
          })),
        },
      ],
    };
  };

const roundedEnds = (first: boolean, last: boolean): number[] => [
  first ? 5 : 0,
  last ? 5 : 0,
  last ? 5 : 0,
  first ? 5 : 0,
];

/** One bar in parts; a label only where it fits, all values stand in the list below. */
export const genderBar =
  (parts: readonly SharePart[]): Drawing =>
  (colours, width) => ({
    grid: filled,
    xAxis: { type: 'value', show: false, max: 1 },
    yAxis: { type: 'category', show: false, data: [''] },
    series: parts
      .filter(({ share }) => share > 0)
      .map((part, index, { length }) => ({
        type: 'bar',
        stack: 'all',
        barWidth: 40,
        silent: true,
        data: [part.share],
        itemStyle: {
          color: rankColour(colours, part, index),
          borderColor: colours.surface,
          borderWidth: 1,
          borderRadius: roundedEnds(index === 0, index === length - 1),
        },
        label: {
          show: part.share * width > 64,
          position: 'insideLeft',
          distance: 12,
          color: colours.surface,
          fontSize: 13,
          fontWeight: 600,
          formatter: formatShare(part.share),
        },
      })),
  });
