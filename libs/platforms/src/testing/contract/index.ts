import { consentContract } from './consent.contract';
import { dataContract } from './data.contract';
import { lossContract } from './loss.contract';
import { strangeContract } from './strange.contract';
import { troubleContract } from './trouble.contract';
import type { ContractCase, ContractSubject } from './subject';

export { contractCases } from './cases';
export { faultsOf, meaningOf, type FaultKind } from './faults';
export { strangeMeaningOf, strangeOf } from './strange';
export type { ContractCase, ContractFault, ContractSubject, PlatformCase } from './subject';
export { grantOf, goThroughConsent } from './subject';

/** What every platform's connector does, tried against a running sandbox over HTTP. Call it at the top of a spec. */
export function connectorContract(of: ContractCase): void {
  describe(`the ${of.platform} connector`, () => {
    let started: ContractSubject;
    const subject = (): ContractSubject => started;
    beforeAll(async () => {
      started = await of.start();
    });
    afterAll(() => started.close());

    describe('at consent', () => consentContract(of, subject));
    describe('reading', () => dataContract(of, subject));
    describe('when a call fails', () => lossContract(of, subject));
    describe('when an answer is strange', () => strangeContract(of, subject));
    describe('in trouble', () => troubleContract(of, subject));
  });
}
