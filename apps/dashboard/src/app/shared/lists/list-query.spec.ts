import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, convertToParamMap, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ListQuery, readListView, type ListShape } from './list-query';

const shape: ListShape = { filter: 'status', filters: ['invited', 'active'], sorts: ['invitedAt', 'name'] };
const read = (address: Record<string, string>) => readListView(convertToParamMap(address), shape);

describe('a list’s state in the address', () => {
  it('is the usual view when the address says nothing', () =>
    expect(read({})).toEqual({
      search: '',
      filter: '',
      sort: '',
      direction: undefined,
      size: 50,
      cursor: undefined,
      page: 1,
    }));

  it('reads what it knows', () =>
    expect(
      read({
        search: ' amélie ',
        status: 'active',
        sort: 'name',
        direction: 'asc',
        limit: '25',
        cursor: 'c',
        page: '3',
      }),
    ).toEqual({ search: 'amélie', filter: 'active', sort: 'name', direction: 'asc', size: 25, cursor: 'c', page: 3 }));

  it.each([
    { status: 'gone' },
    { sort: 'shoe' },
    { direction: 'up' },
    { limit: '7' },
    { limit: '-1' },
    { page: '9' },
    { page: 'x', cursor: '' },
  ])('ignores what it does not know: %j', (address) =>
    expect({ ...read(address as unknown as Record<string, string>), cursor: undefined }).toEqual(read({})),
  );
});

@Component({ selector: 'app-listing', template: '' })
class Listing {
  readonly query = new ListQuery(shape);
}

describe('changing a list', () => {
  const open = async (address: string) => {
    TestBed.configureTestingModule({ providers: [provideRouter([{ path: 'list', component: Listing }])] });
    const { query } = await (await RouterTestingHarness.create()).navigateByUrl(address, Listing);
    const url = async (act: () => void): Promise<string> => {
      act();
      await new Promise<void>((resolve) =>
        TestBed.inject(Router).events.subscribe(
          (event) => 'urlAfterRedirects' in event && event.constructor.name.includes('End') && resolve(),
        ),
      );
      return TestBed.inject(Router).url;
    };
    return { query, url };
  };

  it('keeps the rest of the address and starts at the first page', async () => {
    const { query, url } = await open('/list?status=active&limit=25&cursor=c&page=2');
    expect(await url(() => query.search('amélie'))).toBe('/list?status=active&limit=25&search=am%C3%A9lie');
    expect(await url(() => query.filter('invited'))).toBe('/list?status=invited&limit=25&search=am%C3%A9lie');
    expect(await url(() => query.sort('name', 'asc'))).toBe(
      '/list?status=invited&limit=25&search=am%C3%A9lie&sort=name&direction=asc',
    );
    expect(query.narrowed()).toBe(true);
    expect(await url(() => query.clear())).toBe('/list?limit=25&sort=name&direction=asc');
    expect(await url(() => query.size(50))).toBe('/list?sort=name&direction=asc');
  });

  it('turns pages by cursor and counts them for the eye', async () => {
    const { query, url } = await open('/list');
    expect(await url(() => query.turn('two', 1))).toBe('/list?cursor=two&page=2');
    expect(await url(() => query.turn('three', 1))).toBe('/list?cursor=three&page=3');
    expect(await url(() => query.turn('two', -1))).toBe('/list?cursor=two&page=2');
    expect(await url(() => query.firstPage())).toBe('/list');
  });

  it('turns back from page 2 to the first page as it is now, with what came on top meanwhile', async () => {
    const { query, url } = await open('/list?cursor=two&page=2');
    expect(await url(() => query.turn('one', -1))).toBe('/list');
  });

  it('turns back by cursor where the pages are not counted', async () => {
    const { query, url } = await open('/list?cursor=somewhere');
    expect(await url(() => query.turn('before', -1))).toBe('/list?cursor=before');
    expect(query.view().page).toBe(1);
  });
});
