import type { Distribution } from '@linkage/contracts';
import type { ChartColours } from './chart-colours';
import { ageColumns, describe as spoken, fullList, genderBar, placeBars, withOthers } from './drawings';

const part = (label: string, share: number) => ({ key: label.toLowerCase(), label, share });
const countries: Distribution = {
  named: [part('France', 0.462), part('Belgium', 0.148), part('Canada', 0.091)],
  others: 0.299,
  all: [part('France', 0.462), part('Belgium', 0.148), part('Canada', 0.091), part('Spain', 0.2)],
};
const colours = new Proxy({} as ChartColours, { get: (_, role) => String(role) });
interface Drawn {
  series: { data: { value: number; itemStyle: { color: string } }[] }[];
}

describe('what the charts say', () => {
  it('names three places and sums the rest as Others, last (R102–R106)', () => {
    const parts = withOthers(countries);
    expect(parts.map(({ label }) => label)).toEqual(['France', 'Belgium', 'Canada', 'Others']);
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    const drawn = placeBars(parts)(colours, 500) as unknown as Drawn;
    expect(drawn.series[0]?.data.map(({ itemStyle }) => itemStyle.color)).toEqual([
      'chart-1',
      'chart-2',
      'chart-3',
      'chart-rest',
    ]);
  });

  it('scales bars to the largest place that has a name, and says Others by its value alone', () => {
    const cities = { ...countries, named: [part('Lyon', 0.09), part('Lille', 0.05)], others: 0.86 };
    const drawn = placeBars(withOthers(cities))(colours, 500) as unknown as {
      xAxis: { max: number };
      series: { data: { value: number; label: { formatter: string } }[] }[];
    };
    expect(drawn.xAxis.max).toBeLessThan(0.12);
    expect(drawn.series[0]?.data.map(({ value, label }) => [value, label.formatter])).toEqual([
      [0.09, '9.0%'],
      [0.05, '5.0%'],
      [0, '86.0%'],
    ]);
  });

  it('cuts no name: a column for the longest, and above the bar where there is no room for a column', () => {
    interface Places {
      grid: { left: number };
      yAxis: { axisLabel: { inside?: boolean; width: number } };
    }
    const draw = (label: string, width: number) => placeBars([part(label, 0.5)])(colours, width) as unknown as Places;
    expect(draw('France', 458)).toMatchObject({ grid: { left: 112 }, yAxis: { axisLabel: { width: 104 } } });
    expect(draw('Bosnia and Herzegovina', 458).grid.left).toBeGreaterThan(150);
    expect(draw('Llanfairpwllgwyngyll, Isle of Anglesey', 458).grid.left).toBeLessThan(200);
    expect(draw('United Kingdom', 262)).toMatchObject({
      grid: { left: 0 },
      yAxis: { axisLabel: { inside: true, width: 262 } },
    });
  });

  it('draws ages as rows where brackets would run into each other', () => {
    const parts = ['13–17', '18–24', '25–34', '35–44', '45–54', '55–64', '65+'].map((label) => part(label, 1 / 7));
    const narrow = ageColumns(parts)(colours, 262) as unknown as { yAxis: { data: string[]; inverse: boolean } };
    expect(narrow.yAxis).toMatchObject({ data: parts.map(({ label }) => label), inverse: true });
    expect((ageColumns(parts)(colours, 458) as unknown as { xAxis: { data?: string[] } }).xAxis.data).toHaveLength(7);
  });

  it('lists everything as a table, and what has no name', () => {
    expect(fullList(countries).map(({ label }) => label)).toEqual(['France', 'Belgium', 'Canada', 'Spain', 'Others']);
    expect(fullList({ ...countries, all: [part('France', 1)] }).map(({ label }) => label)).toEqual(['France']);
    expect(fullList({ ...countries, all: [] })).toHaveLength(4);
  });

  it('draws ages in order, the highest in the first colour, Others only when there are some (R107)', () => {
    const ages = { named: [part('18–24', 0.2), part('25–34', 0.5), part('35–44', 0.3)], others: 0.0001, all: [] };
    const parts = withOthers(ages, false);
    expect(parts).toHaveLength(3);
    expect(
      (ageColumns(parts)(colours, 500) as unknown as Drawn).series[0]?.data.map(({ itemStyle }) => itemStyle.color),
    ).toEqual(['chart-2', 'chart-1', 'chart-2']);
    expect(withOthers({ ...ages, others: 0.1 }, false).at(-1)?.label).toBe('Others');
  });

  it('labels a part of the gender bar only where it fits', () => {
    const parts = [part('Female', 0.95), { key: 'others', label: 'Others', share: 0.05 }];
    const { series } = genderBar(parts)(colours, 400) as unknown as {
      series: { label: { show: boolean }; itemStyle: { color: string } }[];
    };
    expect(series.map(({ label }) => label.show)).toEqual([true, false]);
    expect(series[1]?.itemStyle.color).toBe('chart-rest');
  });

  it('can be read out', () => expect(spoken(withOthers(countries).slice(0, 2))).toBe('France 46.2%, Belgium 14.8%'));
});
