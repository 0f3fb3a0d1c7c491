import type { ErasureCertificate } from '@linkage/contracts';
import type { LeavingNotes, LeavingStep } from '@linkage/event-sourcing';
import { eventually } from '@linkage/event-sourcing/testing';
import { connectionFacts, erasureFacts, invitationFacts, workspaceFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { Logger } from '@nestjs/common';
import { context, invited, misakiId } from '../erasure/erasure.fixtures';
import { PersonFinder } from '../erasure/person-finder.service';
import { PrivacyModule } from '../privacy.module';
import { KeptNotes } from './kept-notes.service';
import { PersonErasure } from './person-erasure.handler';

const disconnected = 'An account on YouTube was disconnected.';
const notRevoked = 'YouTube did not take the access back.';
const nothing: LeavingNotes = { done: [], remains: [] };

describe('an erasure that breaks off', () => {
  let kernel: TestKernel;
  let vault: TestVault;
  /** What the steps say, time after time; an error is thrown. */
  let accounts: (LeavingNotes | Error)[];
  let pictures: (LeavingNotes | Error)[];

  const step = (name: string, rank: number, answers: () => (LeavingNotes | Error)[]): LeavingStep => ({
    name,
    rank,
    foretell: async () => [],
    leave: async () => {
      const answer = answers().shift() ?? nothing;
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  const erasure = (): PersonErasure => {
    const { readModels, log, erasures, commands } = kernel;
    const finder = new PersonFinder(readModels, log, erasures);
    return new PersonErasure(finder, erasures, commands, readModels, log, vault.locks, new KeptNotes(vault.secrets));
  };
  const run = async (asked: PersonErasure, state: 'failed' | 'certified'): Promise<ErasureCertificate | null> => {
    await asked.begin(misakiId);
    await eventually(async () => expect(await asked.look(misakiId)).toMatchObject({ state }), 10_000);
    return (await asked.look(misakiId)).certificate;
  };

  beforeAll(() => Logger.overrideLogger(false));
  beforeEach(async () => {
    vault = testVault();
    kernel = testKernel({
      facts: [workspaceFacts, invitationFacts, connectionFacts, erasureFacts],
      projections: PrivacyModule.parts.projections,
    });
    kernel.erasures.add(step('connections', 1, () => accounts));
    kernel.erasures.add(step('pictures', 2, () => pictures));
    await kernel.log.append({ stream: `invitation-${misakiId}`, facts: [invited()], expected: 'any', context });
  });
  afterEach(async () => {
    await kernel.close();
    vault.remove();
  });

  it('keeps what its steps said for the certificate, also for another process', async () => {
    accounts = [{ done: [disconnected], remains: [notRevoked] }];
    pictures = [new Error('the disk is full'), { done: ['2 pictures were removed.'], remains: [] }];
    await run(erasure(), 'failed');
    const certificate = await run(erasure(), 'certified');
    expect(certificate?.done.slice(1)).toEqual([disconnected, '2 pictures were removed.']);
    expect(certificate?.remains).toContain(notRevoked);
  });

  it('says nothing twice that a step says again, and everything that it says of several', async () => {
    accounts = [
      { done: [disconnected, disconnected], remains: [notRevoked] },
      { done: [], remains: [notRevoked] },
    ];
    pictures = [new Error('the disk is full')];
    const asked = erasure();
    await run(asked, 'failed');
    const { done = [], remains = [] } = (await run(asked, 'certified')) ?? {};
    expect(done.slice(1)).toEqual([disconnected, disconnected]);
    expect(remains.filter((line) => line === notRevoked)).toEqual([notRevoked]);
  });

  it('keeps nothing once the certificate is there', async () => {
    accounts = [{ done: [disconnected], remains: [] }];
    pictures = [];
    await run(erasure(), 'certified');
    expect((await vault.check.verify()).kinds).not.toHaveProperty('secret:erasure-notes');
  });
});
