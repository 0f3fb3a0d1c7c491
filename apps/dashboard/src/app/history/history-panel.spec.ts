import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Changes } from '../shared/changes/changes';
import { openPage, until } from '../testing/open-page';
import { aList, anItem } from './history.fixtures';
import { HistoryPanel } from './history-panel';

const then = '2026-01-15T09:00:00.000Z';
const LIST = '/api/history';

@Component({ imports: [HistoryPanel], template: `<app-history-panel [about]="{ subject: 'a1' }" />` })
class Host {}

const open = (address: string) => openPage(Host, 'accounts/a1', address);
const linkTo = (element: HTMLElement, text: string): string =>
  decodeURIComponent(
    [...element.querySelectorAll('a')].find(({ textContent }) => textContent?.includes(text))?.getAttribute('href') ??
      '',
  );

describe('the history of one account', () => {
  it('goes on, and hears of what happens', async () => {
    const page = await open('/accounts/a1');
    (await page.asked(`${LIST}?subject=a1&grouped=1&limit=50`)).flush(aList([anItem('f1')]));
    await until(() => expect(page.text()).toContain('(f1)'));
    expect(page.text()).not.toContain('What came later is left out');
    expect(linkTo(page.element, 'Open in History')).toBe('/history?subject=a1');
    TestBed.inject(Changes).announce('history', 'f2');
    (await page.asked(LIST)).flush(aList([anItem('f2'), anItem('f1')]));
    await until(() => expect(page.text()).toContain('1 new – show'));
  });

  it('ends with the moment that is shown, says so, and stands still', async () => {
    const page = await open(`/accounts/a1?asOf=${then}`);
    // The end is exclusive: what was recorded at the moment itself is shown.
    const asked = await page.asked(LIST);
    expect(asked.request.params.get('to')).toBe('2026-01-15T09:00:00.001Z');
    asked.flush(aList([anItem('f1', { at: then })]));
    await until(() => expect(page.text()).toMatch(/Up to 15 Jan 2026, \d\d:00 .*What came later is left out\./u));
    expect(linkTo(page.element, 'Open in History')).toBe(`/history?subject=a1&asOf=${then}`);
    expect(linkTo(page.element, 'נועה לוי')).toBe(`/creators?history=i1&asOf=${then}`);
    expect(linkTo(page.element, 'Ingrid')).toBe(`/history?actor=m1&asOf=${then}`);
    const heard: unknown[] = [];
    TestBed.inject(Changes)
      .of('history')
      .subscribe((ids) => heard.push(ids));
    TestBed.inject(Changes).announce('history', 'f2');
    expect(heard).toEqual([]);
  });
});
