import type { Position } from '../facts/fact';
import type { StoredFact } from '../facts/stored-fact';
import { factsOf } from '../testing/sealing.contract';
import { MOST_SEALED, WorkspaceChain } from './workspace-chain';
import type { Seal } from './seal';

describe('the chain of a workspace', () => {
  const facts = (count: number): readonly StoredFact[] =>
    factsOf('workspace-1', count).map((fact, revision) => ({
      ...fact,
      stream: 'ticket-1',
      revision,
      position: String(revision) as Position,
    }));
  const meta = factsOf('workspace-1', 1)[0]!.meta;
  const nextOf = (chain: WorkspaceChain): Seal =>
    chain.next('01900000-0000-7000-8000-000000000001', meta).data as unknown as Seal;
  const chainOf = (some: readonly StoredFact[]): WorkspaceChain => {
    const chain = new WorkspaceChain('workspace-1');
    for (const fact of some) chain.add(fact);
    return chain;
  };
  const idsOf = (some: readonly StoredFact[]): readonly string[] => some.map(({ id }) => id);

  it('seals what waits, once, and goes on from there', () => {
    const [first, second, third] = facts(3) as [StoredFact, StoredFact, StoredFact];
    const chain = chainOf([first, second]);
    const seal = nextOf(chain);
    expect(seal).toMatchObject({ count: 2, ids: [first.id, second.id] });
    chain.add(third);
    chain.sealed(seal, 0);
    expect(chain.waits).toBe(1);
    expect(nextOf(chain)).toMatchObject({ count: 3, previous: seal.head, ids: [third.id] });
  });

  it('passes over what another process sealed before it was read here', () => {
    const some = facts(4);
    const elsewhere = nextOf(chainOf(some.slice(0, 3)));
    const chain = chainOf(some.slice(0, 1));
    chain.sealed(elsewhere, 0);
    expect(chain.waits).toBe(0);
    for (const fact of some.slice(1)) chain.add(fact);
    expect(nextOf(chain)).toMatchObject({ count: 4, previous: elsewhere.head, ids: idsOf(some.slice(3)) });
  });

  it('keeps what another seal left out', () => {
    const some = facts(3);
    const elsewhere = nextOf(chainOf(some.slice(0, 1)));
    const chain = chainOf(some);
    chain.sealed(elsewhere, 0);
    expect(nextOf(chain)).toMatchObject({ count: 3, ids: idsOf(some.slice(1)) });
  });

  it('comes to the same head however the facts are divided', () => {
    const some = facts(MOST_SEALED + 3);
    const heads = [some.length, 7].map((size) => {
      const chain = new WorkspaceChain('workspace-1');
      let head = '';
      for (let from = 0; from < some.length; from += size) {
        for (const fact of some.slice(from, from + size)) chain.add(fact);
        while (chain.waits > 0) {
          const seal = nextOf(chain);
          expect(seal.ids.length).toBeLessThanOrEqual(MOST_SEALED);
          chain.sealed(seal, chain.revision + 1);
          head = seal.head;
        }
      }
      return head;
    });
    expect(new Set(heads).size).toBe(1);
  });
});
