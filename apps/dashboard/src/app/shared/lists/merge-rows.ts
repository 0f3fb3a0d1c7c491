type Id<Item> = (item: Item) => string;

/** Ids of the rows that are new or say something else than before. */
export const differing = <Item>(before: readonly Item[], after: readonly Item[], id: Id<Item>): string[] => {
  const known = new Map(before.map((item) => [id(item), said(item)]));
  return after.filter((item) => known.get(id(item)) !== said(item)).map(id);
};

/** A picture that has come is no news. */
const said = (item: unknown): string =>
  JSON.stringify(item, (key, value: unknown) => (key === 'avatarUrl' ? undefined : value));

export const sameOrder = <Item>(before: readonly Item[], after: readonly Item[], id: Id<Item>): boolean =>
  before.map(id).join(' ') === after.map(id).join(' ');

/** The old rows in their old order, each saying what it says now. */
export const inPlace = <Item>(before: readonly Item[], after: readonly Item[], id: Id<Item>): Item[] => {
  const fresh = new Map(after.map((item) => [id(item), item]));
  return before.map((item) => fresh.get(id(item)) ?? item);
};
