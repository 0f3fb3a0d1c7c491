import { convertToParamMap } from '@angular/router';
import { readListView, type ListShape } from './list-query';
import { addressOf, asShownNow, queryOf } from './view-query';

const shape: ListShape = { filter: 'status', filters: ['invited', 'active'], sorts: ['invitedAt', 'name'] };
const queried = (address: Record<string, string>): string =>
  queryOf(readListView(convertToParamMap(address), shape), shape);

describe('what a saved view keeps of a list', () => {
  it('is nothing of the usual view, of a page, and of a moment', () =>
    expect(queried({ cursor: 'c', page: '3', asOf: '2026-01-01T00:00:00.000Z', limit: '50' })).toBe(''));

  it('is search, filter, order and page size, and all of it comes back', () => {
    const address = { search: 'Łódź & “co”', status: 'active', sort: 'name', direction: 'asc', limit: '100' };
    const query = queried({ ...address, cursor: 'c', page: '2' });
    expect(query).toMatch(/^[\w*.+%=&-]*$/);
    expect(addressOf(query, shape)).toEqual(address);
  });

  it('takes away what the list has been narrowed to since', () =>
    expect(addressOf('sort=name', shape)).toEqual({
      search: null,
      status: null,
      sort: 'name',
      direction: null,
      limit: null,
    }));

  it('is recognised, whatever another version wrote', () =>
    expect(asShownNow('sort=name&status=active&colour=red&limit=7', shape)).toBe('status=active&sort=name'));
});
