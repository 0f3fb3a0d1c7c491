import { platformData, platformIds, platforms, type DataPoint, type PlatformId } from '@linkage/platform-guide';
import { openPage, until } from '../testing/open-page';
import { DataGuide } from './data-guide';

const pointsOf = (id: PlatformId): [string, DataPoint][] => {
  const { identity, profile, audience, content } = platformData[id];
  return Object.entries({ identity, profile, audience, content }).flatMap(([group, points]) =>
    Object.entries(points).map(([name, point]): [string, DataPoint] => [`${id}-${group}-${name}`, point]),
  );
};

describe('the data guide', () => {
  it('says of each data point of each platform all that its manifest does', async () => {
    const page = await openPage(DataGuide, 'data-guide', '/data-guide');
    await until(() => expect(page.element.querySelectorAll('section')).toHaveLength(platformIds.length));
    for (const id of platformIds) {
      const { permissions } = platforms[id];
      for (const [place, point] of pointsOf(id)) {
        const row = page.element.querySelector(`[id="${place}"]`);
        const text = row?.textContent?.replace(/\s+/gu, ' ') ?? `no ${place}`;
        const { from, words } = point;
        const said = [words.label, words.definition, point.notOffered, from?.field, from?.threshold, from?.pace];
        const scope = from?.permission ? permissions[from.permission]?.scope : undefined;
        for (const part of [...said, ...(from?.call.split(', ') ?? []), scope])
          if (part !== undefined) expect(text).toContain(part);
      }
    }
    expect(page.element.querySelectorAll('tbody tr')).toHaveLength(platformIds.flatMap(pointsOf).length);
  });

  it('goes to the data point that was asked about', async () => {
    const scrolled: string[] = [];
    Element.prototype.scrollIntoView = function (this: Element) {
      scrolled.push(this.id);
    };
    const page = await openPage(DataGuide, 'data-guide', '/data-guide#tiktok-content-shares');
    await until(() => expect(scrolled).toEqual(['tiktok-content-shares']));
    expect(page.element.querySelector('tr.here')?.id).toBe('tiktok-content-shares');
  });
});
