import { readListView, usualSize, type Address, type ListShape, type ListView } from './list-query';

const named = ({ filter }: ListShape): string[] => ['search', filter, 'sort', 'direction', 'limit'];

/** What a saved view keeps of a list: neither the page nor the moment. Empty: the usual view. */
export const queryOf = ({ search, filter, sort, direction, size }: ListView, shape: ListShape): string => {
  const values = [search, filter, sort, direction ?? '', size === usualSize ? '' : String(size)];
  const said = named(shape).flatMap((name, place) => (values[place] ? [[name, values[place]]] : []));
  return new URLSearchParams(said).toString();
};

/** The same list in the same words, also of a view that another version of Linkage saved. */
export const asShownNow = (query: string, shape: ListShape): string =>
  queryOf(readListView(new URLSearchParams(query), shape), shape);

/** What the address has to say for the view to be shown; null: nothing. */
export const addressOf = (query: string, shape: ListShape): Address => {
  const said = new URLSearchParams(query);
  return Object.fromEntries(named(shape).map((name) => [name, said.get(name)]));
};
