import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { down, openPage, unavailable, until } from '../testing/open-page';
import { Comparison } from './comparison';
import { differences } from './comparison.fixtures';

const open = (address = '/accounts/a1/compare?from=2026-11-16T09:00:00Z') =>
  openPage(Comparison, 'accounts/:accountId/compare', address);
const path = '/api/accounts/a1/differences';

/** Two hours ago, at this second of the minute. */
const withinTheMinute = (second: number): string =>
  new Date((Math.floor(Date.now() / 60_000) - 120) * 60_000 + second * 1_000).toISOString();

describe('the comparison of two moments', () => {
  it('asks for what stands in the address and shows it as a table', async () => {
    const page = await open('/accounts/a1/compare?from=2026-11-16T09:00:00Z&to=2026-11-23T10:00:00%2B01:00');
    const request = await page.asked(path);
    expect(request.request.params.toString()).toBe('from=2026-11-16T09:00:00.000Z&to=2026-11-23T09:00:00.000Z');
    request.flush(differences);
    await until(() => expect(page.element.querySelectorAll('tbody').length).toBe(8));
    for (const part of [
      'Followers',
      '40,000',
      '41,204',
      '+1,204 (+3%)',
      'Permission revoked',
      'First snow',
      'Posts that appeared',
    ])
      expect(page.text()).toContain(part);
    expect(page.text()).not.toContain('Posts that are gone');
    expect(page.element.querySelector('a[download]')?.getAttribute('href')).toBe(
      '/api/accounts/a1/differences/export?from=2026-11-16T09%3A00%3A00.000Z&to=2026-11-23T09%3A00%3A00.000Z&bom=1',
    );
  });

  it('takes the moment from the server unless it is told otherwise, and writes it into the address in place', async () => {
    const page = await open('/accounts/a1/compare?from=once&to=later');
    const before = history.length;
    const request = await page.asked(path);
    expect(request.request.params.keys()).toEqual([]);
    request.flush(differences);
    await until(() => expect(page.text()).toContain('41,204'));
    await until(() => expect(decodeURIComponent(TestBed.inject(Router).url)).toContain(`from=${differences.from}`));
    await until(() => expect(page.text()).toContain('16 Nov'));
    TestBed.inject(HttpTestingController).expectNone(({ url }) => url === path);
    expect(history.length).toBe(before);
  });

  const moments = (page: Awaited<ReturnType<typeof open>>) =>
    [...page.element.querySelectorAll('thead lk-time, app-moment-choice .value')].map(({ textContent }) => textContent);

  it.each([
    ['of one minute', withinTheMinute(7), withinTheMinute(41)],
    ['of one day of another year', '2024-11-16T09:00:07Z', '2024-11-16T11:30:41Z'],
  ])('tells two moments %s apart to the second', async (_, from, to) => {
    const page = await open(`/accounts/a1/compare?from=${from}&to=${to}`);
    (await page.asked(path)).flush({ ...differences, from, to });
    await until(() => expect(moments(page)).toHaveLength(4));
    expect(moments(page)).toEqual([/:07$/, /:41$/, /:07$/, /:41$/].map((ending) => expect.stringMatching(ending)));
  });

  it('keeps to the minute where that tells them apart', async () => {
    const page = await open(`/accounts/a1/compare?from=2025-11-16T09:00:07Z&to=${new Date().toISOString()}`);
    (await page.asked(path)).flush({ ...differences, from: '2025-11-16T09:00:07Z', to: new Date().toISOString() });
    await until(() => expect(moments(page)).toHaveLength(4));
    for (const moment of moments(page)) expect(moment).not.toMatch(/:\d\d:/);
  });

  it('can show only what changed', async () => {
    const page = await open();
    (await page.asked(path)).flush(differences);
    await until(() => expect(page.text()).toContain('Invited as'));
    page.button('Only what changed 10').click();
    await until(() => expect(page.text()).not.toContain('Invited as'));
    expect(page.text()).toContain('Followers');
  });

  it('takes another moment into the address, and asks again', async () => {
    const page = await open();
    (await page.asked(path)).flush(differences);
    await until(() => expect(page.text()).toContain('Followers'));
    page.element.querySelectorAll<HTMLButtonElement>('app-moment-choice button')[1]?.click();
    await until(() => expect(document.querySelector('[role=dialog]')).not.toBeNull());
    [...document.querySelectorAll<HTMLButtonElement>('[role=dialog] button')]
      .find(({ textContent }) => textContent === 'Yesterday')
      ?.click();
    const { request } = await page.asked(path);
    expect(request.params.get('from')).toBe('2026-11-16T09:00:00.000Z');
    expect(request.params.has('to')).toBe(true);
    expect(TestBed.inject(Router).url).toContain('to=');
  });

  it('says that there was nothing to compare with', async () => {
    const page = await open();
    (await page.asked(path)).flush({ ...differences, connectedThen: false });
    await until(() => expect(page.text()).toContain('It was not connected yet then.'));
  });

  it('knows a missing account from a comparison that failed', async () => {
    const page = await open();
    (await page.asked(path)).flush(unavailable, down);
    await until(() =>
      expect(page.element.querySelector('[role=alert]')?.textContent).toContain('The moments could not be compared.'),
    );
    page.button('Try again').click();
    (await page.asked(path)).flush({ code: 'not-found', detail: 'No.' }, { status: 404, statusText: 'x' });
    await until(() => expect(page.text()).toContain('This account was not there at the later moment.'));
  });
});
