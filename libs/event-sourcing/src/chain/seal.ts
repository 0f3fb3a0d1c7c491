import type { FactToStore, StoredFact, StoredMeta } from '../stored-fact';
import type { Fact } from '../fact';
import type { FactCatalog } from '../fact-catalog';
import { canonicalJson } from './canonical-json';
import { type Covered, sha256 } from './fact-digest';

export interface Seal {
  /** Facts of the workspace up to and including the last one sealed here. */
  readonly count: number;
  /** The chain's link before the first fact sealed here. */
  readonly previous: string;
  readonly ids: readonly string[];
  readonly digests: readonly string[];
  /** The chain's link after the last fact sealed here. */
  readonly head: string;
  /** Digest of this seal without this field: tells a changed seal from a changed fact. */
  readonly check: string;
}

/** Stream `seal-<workspaceId>`: digests of a workspace's facts, taken when they were new. */
export type FactsSealed = Fact<'FactsSealed', Seal>;

export const sealFacts: FactCatalog<FactsSealed> = { FactsSealed: { version: 1 } };

const PREFIX = 'seal-';
const TYPE: FactsSealed['type'] = 'FactsSealed';

export const sealStream = (workspaceId: string): string => `${PREFIX}${workspaceId}`;

export const isSealStream = (stream: string): boolean => stream.startsWith(PREFIX);

/** A seal outside its workspace's stream, where no check would look for it. */
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
