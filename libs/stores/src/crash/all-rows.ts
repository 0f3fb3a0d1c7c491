import { type CollectionShape, pageOf, type ReadStore } from '@linkage/event-sourcing';

export const allRows = async <Row extends object>(
  store: ReadStore,
  collection: CollectionShape<Row>,
): Promise<readonly Row[]> => {
  const rows: Row[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await pageOf(store, collection, { where: {}, sort: [], limit: 200, ...(cursor && { cursor }) });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
};
