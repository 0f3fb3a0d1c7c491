import fc from 'fast-check';
import type { CreateConnector } from '../define-connector';
import { troubleOf } from '../errors';
import type { AnswersInMemory } from './answered-by';
import { differences, placesIn, readFrom, valueAt, withValueAt, type Path } from './damage';

interface DamageCase {
  readonly create: CreateConnector;
  readonly memory: AnswersInMemory;
  /**
   * Values that say what another value means (a type, a time, a name of a column …), by name of the answer and path:
   * what hangs on them.
   */
  readonly hangOn: readonly (readonly [pattern: RegExp, costs: RegExp])[];
  /** Without these there is no account: names of answers and paths. */
  readonly decide: readonly RegExp[];
}

const strange: readonly unknown[] = [
  null,
  true,
  -1,
  0.5,
  1e300,
  '',
  'x',
  '7',
  [],
  [null],
  [[]],
  {},
  { lost: 'x' },
  { data: {} },
];

/** As a good answer with another value in that place would be. */
const changed = (value: unknown): unknown[] => {
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'boolean') return [!value];
  return typeof value === 'string'
    ? /^\d+$/.test(value)
      ? [String(BigInt(value) + 1n)]
      : [`${value}x`, `x${value}`]
    : [];
};

/**
 * Any JSON in the place of any value of a platform's answers: a reading never throws, but for the value that names the
 * account, and never costs more than the data points that hang on the value. What these are is found out by changing it
 * to another good one.
 */
export function damageContract({ create, memory, hangOn, decide }: DamageCase): void {
  const places = Object.entries(memory.answers).flatMap(([name, body]) =>
    placesIn(body).map((path) => ({ name, path, id: `${name} ${path.join('.')}` })),
  );
  const read = (name: string, path: Path, value: unknown) =>
    readFrom(create, {
      ...memory,
      answers: { ...memory.answers, [name]: withValueAt(memory.answers[name], path, value) },
    });
  let whole: Map<string, string>;
  const hanging = new Map<string, Set<string>>();
  const decides = (id: string): boolean => decide.some((pattern) => pattern.test(id));

  beforeAll(async () => {
    whole = await readFrom(create, memory);
    for (const { name, path, id } of places) {
      const costs = new Set<string>();
      for (const other of changed(valueAt(memory.answers[name], path)))
        if (!decides(id)) for (const point of differences(whole, await read(name, path, other))) costs.add(point);
      for (const [pattern, extra] of hangOn)
        if (pattern.test(id)) for (const point of whole.keys()) if (extra.test(point)) costs.add(point);
      hanging.set(id, costs);
    }
    // What hangs on a part hangs on the whole.
    for (const { id, path, name } of places)
      for (let length = path.length - 1; length > 0; length -= 1) {
        const above = hanging.get(`${name} ${path.slice(0, length).join('.')}`);
        for (const point of hanging.get(id) ?? []) above?.add(point);
      }
  }, 120_000);

  const expectNoMore = async ({ name, path, id }: (typeof places)[number], value: unknown): Promise<void> => {
    try {
      const costs = differences(whole, await read(name, path, value)).filter((point) => !hanging.get(id)?.has(point));
      expect({ id, value, costs }).toEqual({ id, value, costs: [] });
    } catch (error) {
      if (troubleOf(error) === undefined) throw error;
      expect({ id, value, decides: decides(id) }).toEqual({ id, value, decides: true });
    }
  };

  it('reads everything from whole answers', () => {
    expect(places.length).toBeGreaterThan(100);
    expect([...whole.values()].filter((value) => value === 'lost')).toEqual([]);
  });

  it('loses no more than what hangs on a value: each strange value in each place', async () => {
    for (const place of places) for (const value of strange) await expectNoMore(place, value);
  }, 300_000);

  it('loses no more than what hangs on a value: any JSON in any place', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), fc.jsonValue(), (place, value) => expectNoMore(place, value)),
      { numRuns: 2_000 },
    );
  }, 300_000);

  it('loses no more than what hangs on all of an answer, whatever comes in its place', async () => {
    const answers = Object.keys(memory.answers);
    for (const name of answers)
      for (const value of strange) {
        const costs = new Set(
          places.filter((place) => place.name === name).flatMap(({ id }) => [...(hanging.get(id) ?? [])]),
        );
        try {
          const now = await readFrom(create, { ...memory, answers: { ...memory.answers, [name]: value } });
          expect(differences(whole, now).filter((point) => !costs.has(point))).toEqual([]);
        } catch (error) {
          if (troubleOf(error) === undefined) throw error;
          expect(places.some((place) => place.name === name && decides(place.id))).toBe(true);
        }
      }
  }, 300_000);
}
