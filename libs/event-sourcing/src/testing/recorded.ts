import type { Fact, Position, Recorded, Recording } from '../facts/fact';

/** A fact as the log would return it, for tests of projections. Everything but the fact itself has a default. */
export const recorded = <F extends Fact>(fact: F, recording: Partial<Recording> = {}): Recorded<F> =>
  ({
    id: '01900000-0000-7000-8000-000000000001',
    stream: 'stream-1',
    revision: 0,
    position: '1' as Position,
    at: '2026-01-15T09:00:00.000Z',
    version: 1,
    workspaceId: 'workspace-1',
    actor: { kind: 'system', id: 'test' },
    correlationId: '01900000-0000-7000-8000-0000000000c0',
    causationId: null,
    ...recording,
    ...fact,
  }) as unknown as Recorded<F>;
