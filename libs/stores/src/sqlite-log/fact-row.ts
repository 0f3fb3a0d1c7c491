import { DamagedFact, type FactToStore, type StoredFact } from '@linkage/event-sourcing';
import { toPosition } from './sqlite-position';

export interface FactRow {
  readonly place: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: string;
  readonly meta: string;
}

/** @throws DamagedFact */
export const toStoredFact = ({ place, stream, revision, id, type, data, meta }: FactRow): StoredFact => {
  const position = toPosition(place);
  try {
    return {
      id,
      type,
      stream,
      revision,
      position,
      data: JSON.parse(data) as StoredFact['data'],
      meta: JSON.parse(meta) as StoredFact['meta'],
    };
  } catch (error) {
    throw new DamagedFact({ id, type, stream, revision, position }, { cause: error });
  }
};

/** Refuses text that differs from what was written and means the same, too. @throws DamagedFact */
export const toExactFact = (row: FactRow): StoredFact => {
  const fact = toStoredFact(row);
  if (JSON.stringify(fact.data) === row.data && JSON.stringify(fact.meta) === row.meta) return fact;
  const { id, type, stream, revision, position } = fact;
  throw new DamagedFact({ id, type, stream, revision, position });
};

export type UnplacedRow = Pick<FactRow, 'id' | 'type' | 'data' | 'meta'>;

export const toUnplacedRow = ({ id, type, data, meta }: FactToStore): UnplacedRow => ({
  id,
  type,
  data: JSON.stringify(data),
  meta: JSON.stringify(meta),
});
