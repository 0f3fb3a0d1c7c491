import type { StoredFact } from '../stored-fact';
import type { Actor, Fact, Recorded } from '../fact';
import type { FactCodec } from '../fact-codec';
import type { Projection } from '../projection';
import { commandOf } from '../stored-command';
import { decodeFor } from './decode-for';

export const withoutData = ({ type, id, stream, revision, position, meta }: StoredFact): Recorded => ({
  type,
  data: {},
  id,
  stream,
  revision,
  position,
  at: meta.at,
  version: meta.v,
  workspaceId: meta.ws,
  actor: meta.actor as Actor,
  correlationId: meta.cor,
  causationId: meta.cau,
  ...commandOf(meta),
});

export const factsFor = <Row extends object, F extends Fact>(
  codec: FactCodec,
  { on }: Pick<Projection<Row, F>, 'on'>,
): ((stored: readonly StoredFact[]) => Promise<readonly Recorded<F>[]>) => {
  if (on === 'any') return async (stored) => stored.map(withoutData) as unknown as readonly Recorded<F>[];
  const types: ReadonlySet<string> = new Set(on);
  return (stored) => decodeFor<F>(codec, types, stored);
};
