import type { FactToStore, StoredFact, StoredMeta } from '../facts/stored-fact';
import type { Fact } from '../facts/fact';
import type { FactCatalog } from '../facts/fact-catalog';
import { canonicalJson } from '../facts/canonical-json';
import { type Covered, sha256 } from './fact-digest';

export interface Seal {
  readonly count: number;
  readonly previous: string;
  readonly ids: readonly string[];
  readonly digests: readonly string[];
  readonly head: string;
  /** Digest of this seal without this field: tells a changed seal from a changed fact. */
  readonly check: string;
}

/** Stream `seal-<workspaceId>`. */
export type FactsSealed = Fact<'FactsSealed', Seal>;

export const sealFacts: FactCatalog<FactsSealed> = { FactsSealed: { version: 1 } };

const PREFIX = 'seal-';
const TYPE: FactsSealed['type'] = 'FactsSealed';

export const sealStream = (workspaceId: string): string => `${PREFIX}${workspaceId}`;

export const isSealStream = (stream: string): boolean => stream.startsWith(PREFIX);

/** Outside its workspace's stream, where no check would look for it. */
export const isStraySeal = ({ stream, type, meta }: StoredFact): boolean =>
  (type === TYPE || isSealStream(stream)) && stream !== sealStream(meta.ws);

type Unchecked = Omit<Seal, 'check'>;

const checkOf = (
  { stream, revision, id, type, meta }: Omit<Covered, 'data'>,
  { count, previous, ids, digests, head }: Unchecked,
): string => sha256(canonicalJson([stream, revision, id, type, meta, { count, previous, ids, digests, head }]));

export const toSealFact = (seal: Unchecked, revision: number, id: string, meta: StoredMeta): FactToStore => {
  const check = checkOf({ stream: sealStream(meta.ws), revision, id, type: TYPE, meta }, seal);
  return { id, type: TYPE, data: { ...seal, check }, meta };
};

export const toSeal = (fact: StoredFact): Seal | undefined => {
  const seal = fact.data as unknown as Seal;
  return fact.type === TYPE && seal.check === checkOf(fact, seal) ? seal : undefined;
};
