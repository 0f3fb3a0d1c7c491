import { queryText, readListParameters } from './paging';

describe('list parameters in a query', () => {
  it('are read as they came', () => {
    expect(readListParameters({ search: ' mis ', sort: 'name', direction: 'asc', cursor: 'abc', limit: '10' })).toEqual(
      {
        search: 'mis',
        sort: 'name',
        direction: 'asc',
        cursor: 'abc',
        limit: 10,
      },
    );
  });

  it.each([
    ['nothing', {}],
    ['empty ones', { search: ' ', sort: '', cursor: '' }],
    ['an unknown direction', { direction: 'sideways' }],
    ['one given twice', { search: ['a', 'b'], sort: ['name', 'age'] }],
    ['objects', { search: { gte: 1 }, limit: {} }],
  ])('are left out when they cannot be understood: %s', (_what, query) => {
    expect(readListParameters(query)).toEqual({ limit: 50 });
  });

  it.each([
    ['1', 1],
    ['200', 200],
    ['201', 200],
    ['1e9', 200],
    ['7.9', 7],
    ['0', 50],
    ['-1', 50],
    ['many', 50],
    ['NaN', 50],
    ['Infinity', 200],
  ])('limit %s is %i', (limit, is) => {
    expect(readListParameters({ limit }).limit).toBe(is);
  });

  it('a text is there once or not at all', () => {
    expect(queryText({ status: 'active' }, 'status')).toBe('active');
    expect(queryText({ status: ['active'] }, 'status')).toBeUndefined();
    expect(queryText({}, 'constructor')).toBeUndefined();
  });
});
