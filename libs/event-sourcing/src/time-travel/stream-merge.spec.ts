import fc from 'fast-check';
import type { EventLog, ReadStreamOptions } from '../log/event-log.port';
import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { StreamMerge } from './stream-merge';

const placeOf = (position: Position | null): number => Number(position ?? 0);
const positionOf = (place: number): Position => String(place) as Position;

/** A log as names of streams, one per fact: of facts only places matter here. */
const logOf = (names: readonly string[]) => {
  const facts = names.map(
    (stream, index) =>
      ({
        stream,
        position: positionOf(index + 1),
        revision: names.slice(0, index).filter((name) => name === stream).length,
      }) as StoredFact,
  );
  const asked: string[] = [];
  const log = {
    compare: (a: Position, b: Position) => placeOf(a) - placeOf(b),
    readStream: async (stream: string, { from = 0, limit }: ReadStreamOptions = {}) => {
      asked.push(stream);
      return facts.filter((fact) => fact.stream === stream && fact.revision >= from).slice(0, limit);
    },
  } as Partial<EventLog> as EventLog;
  const known = (wanted: readonly string[], through: number) => ({
    streams: facts
      .filter(({ stream, revision }) => revision === 0 && wanted.includes(stream))
      .map(({ stream, position }) => ({ name: stream, born: position })),
    through: positionOf(through),
  });
  return { facts, log, asked, known };
};

const all = async (merge: StreamMerge): Promise<readonly StoredFact[]> => {
  const given: StoredFact[] = [];
  for (let piece = await merge.piece(); piece.length > 0; piece = await merge.piece()) given.push(...piece);
  return given;
};
const placesOf = (facts: readonly StoredFact[]): readonly number[] => facts.map(({ position }) => placeOf(position));

describe('several streams as one', () => {
  it('give their facts in the order of the log, up to where they are known or too many would wait', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 120 }),
        fc.nat(130),
        fc.integer({ min: 1, max: 200 }),
        async (names, through, most) => {
          const { facts, log, known } = logOf(names);
          const merge = new StreamMerge(log, known(['a', 'b', 'd'], through), most);
          const given = await all(merge);
          const upTo = placeOf(merge.reached);
          expect(placesOf(given)).toEqual(
            placesOf(
              facts.filter(({ stream, position }) => ['a', 'b', 'd'].includes(stream) && placeOf(position) <= upTo),
            ),
          );
          expect(upTo).toBeLessThanOrEqual(through);
          if (most >= names.length) expect(upTo).toBe(through);
        },
      ),
    ));

  it('reach the end of what is known when few facts wait', async () => {
    const { log, known } = logOf(
      Array.from({ length: 5_000 }, (_, index) =>
        index < 40 ? `short-${index}` : index % 3 === 0 ? 'long' : 'longer',
      ),
    );
    const merge = new StreamMerge(
      log,
      known(['long', 'longer', ...Array.from({ length: 40 }, (_, index) => `short-${index}`)], 4_990),
    );
    expect(await all(merge)).toHaveLength(4_990);
    expect(merge.reached).toBe('4990');
  });

  it('are not opened before it is their turn, nor when too many facts wait', async () => {
    const names = Array.from({ length: 200 }, (_, index) => Array.from({ length: 8 }, () => `stream-${index}`)).flat();
    const { log, known, asked } = logOf([...names, ...names]);
    const merge = new StreamMerge(log, known(names, 3_200), 400);
    const given = await all(merge);
    expect(new Set(asked).size).toBeLessThan(100);
    expect(placeOf(merge.reached)).toBe(given.length);
    expect(given.length).toBeGreaterThan(200);
  });
});
