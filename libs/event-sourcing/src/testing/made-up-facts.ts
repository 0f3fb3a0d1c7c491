import type { EventLog } from '../log/event-log.port';
import type { FactToStore, StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import { newId } from '../facts/ids';

/** A stream prefix that no other test uses. */
export const freshPrefix = (): string => `contract${newId().replaceAll('-', '')}-`;
export const freshStream = (prefix = freshPrefix()): string => `${prefix}${newId()}`;

export const madeUpFacts = (count: number, type = 'SomethingHappened'): readonly FactToStore[] =>
  Array.from({ length: count }, (_, index) => ({
    id: newId(),
    type,
    data: { index, text: 'Zoë 👩‍🚀 \u0000 "quoted" \\ שלום', nested: { list: [1, null, true], empty: {} } },
    meta: {
      v: 1,
      at: '2026-01-15T09:00:00.000Z',
      ws: 'workspace-1',
      actor: { kind: 'member', id: 'member-1' },
      cor: 'correlation-1',
      cau: null,
    },
  }));

export const everythingAfter = async (
  log: EventLog,
  after: Position | null,
  prefixes: readonly string[],
  limit: number,
): Promise<readonly StoredFact[]> => {
  const facts: StoredFact[] = [];
  for (let from = after; ;) {
    const page = await log.readAll({ after: from, prefixes, limit });
    facts.push(...page.facts);
    from = page.next;
    if (page.end) return facts;
  }
};
