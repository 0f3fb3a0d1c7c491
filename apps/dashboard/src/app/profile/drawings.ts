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
const value = (colours: ChartColours, size = 13) => ({
  show: true,
  color: colours.ink,
  fontSize: size,
  fontWeight: 500,
  formatter: ({ value: share }: { value: number }) => formatShare(share),
});

/**
 * Horizontal bars, their values at the ends; the longest takes four fifths. What is left over is said by its value
 * alone: its bar would make stubs of those that have a name.
 */
export const placeBars =
  (parts: readonly SharePart[]): Drawing =>
  (colours, width) => {
    const names = width < 320 ? 88 : 112;
    return {
      grid: { left: names, right: 0, top: 0, bottom: 0 },
      xAxis: {
        type: 'value',
        show: false,
        max: Math.max(...parts.map(barOf), 0.01) / (width < 400 ? 0.74 : 0.82),
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: parts.map(({ label }) => label),
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: {
          align: 'left',
          margin: names,
          width: names - 8,
          overflow: 'truncate',
          fontSize: 13,
          color: colours.ink,
        },
      },
      series: [
        {
          type: 'bar',
          barWidth: 20,
          silent: true,
          label: { ...value(colours), position: 'right' },
          data: parts.map((part, index) => ({
            value: barOf(part),
            label: {
              formatter: formatShare(part.share),
              ...(isOthers(part) && { distance: 0, color: colours['ink-2'] }),
            },
            itemStyle: { color: rankColour(colours, part, index), borderRadius: [0, 4, 4, 0] },
          })),
        },
      ],
    };
  };

/** Columns in the order of age, the highest in the first colour. */
export const ageColumns =
  (parts: readonly SharePart[]): Drawing =>
  (colours, width) => {
    const highest = Math.max(...parts.filter(({ key }) => key !== OTHERS.key).map(({ share }) => share));
    const size = width / parts.length < 42 ? 11 : 12;
    const colour = ({ key, share }: SharePart): string => {
      if (key === OTHERS.key) return colours['chart-rest'];
      return share === highest ? colours['chart-1'] : colours['chart-2'];
    };
    return {
      grid: { left: 0, right: 0, top: 22, bottom: 24 },
      xAxis: {
        type: 'category',
        data: parts.map(({ label }) => label),
        axisTick: { show: false },
        axisLine: { lineStyle: { color: colours['line-strong'] } },
        axisLabel: { interval: 0, fontSize: size, color: colours['ink-2'], margin: 8 },
      },
      yAxis: { type: 'value', show: false, min: 0 },
      series: [
        {
          type: 'bar',
          barCategoryGap: '18%',
          silent: true,
          label: { ...value(colours, size), position: 'top', distance: 6 },
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
    grid: { left: 0, right: 0, top: 0, bottom: 0 },
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
