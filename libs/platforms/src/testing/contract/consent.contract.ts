import type { PlatformConnector } from '../../connector';
import { testCredentials } from '../../test-credentials';
import { troubleOfCall } from '../settled';
import { goThroughConsent, grantOf, redirectUriOf, type ContractCase, type ContractSubject } from './subject';

/** From Connect to an account. */
export function consentContract(of: ContractCase, subject: () => ContractSubject): void {
  const { ordinary, notEligible } = of.people;
  const { optional } = of;

  it('gets a grant for a creator who agrees to everything', async () => {
    const connector = subject().connector();
    const grant = await grantOf(connector, { person: ordinary });
    expect(grant.granted).toEqual(expect.arrayContaining(connector.permissions.map(({ scope }) => scope)));
    if (of.accessLifeMs === null) return expect(grant.accessExpiresAt).toBeNull();
    const life = Date.parse(grant.accessExpiresAt ?? '') - subject().now().getTime();
    expect(life).toBeGreaterThan(0);
    expect(life).toBeLessThanOrEqual(of.accessLifeMs);
  });

  it('names the same account each time', async () => {
    const connector = subject().connector();
    const first = await connector.identify(await grantOf(connector, { person: ordinary }));
    const second = await connector.identify(await grantOf(connector, { person: ordinary }));
    expect(second).toEqual(first);
    expect(first).toEqual({
      platformAccountId: expect.stringMatching(/./),
      username: ordinary,
      displayName: expect.stringMatching(/./),
      avatarUrl: expect.stringMatching(/^http/),
    });
  });

  it('hears that consent was denied', async () => {
    const { answer } = await goThroughConsent(subject().connector(), { person: ordinary, decision: 'cancel' });
    expect(answer).toEqual({ denied: true });
  });

  if (optional) {
    it('knows which permissions were left unticked', async () => {
      const connector = subject().connector();
      const { granted } = await grantOf(connector, { person: ordinary, without: [optional.permission] });
      expect(granted).not.toContain(optional.permission);
      expect(granted).toEqual(
        expect.arrayContaining(connector.permissions.filter(({ required }) => required).map(({ scope }) => scope)),
      );
    });
  }

  it('uses a code once', async () => {
    const connector = subject().connector();
    const { answer, verifier } = await goThroughConsent(connector, { person: ordinary });
    const exchange = { code: 'code' in answer ? answer.code : '', redirectUri: redirectUriOf(connector), ...verifier };
    await connector.exchangeCode(exchange);
    expect(await troubleOfCall(connector.exchangeCode(exchange))).toEqual({
      outcome: 'needs-reauthorization',
      cause: 'no-longer-valid',
    });
  });

  it('reports a client that is set up wrongly, without its secret and without the code', async () => {
    const connector = subject().connector({ clientSecret: 'not-the-secret-of-this-client' });
    const { answer, verifier } = await goThroughConsent(connector, { person: ordinary });
    const code = 'code' in answer ? answer.code : '';
    const trouble = await troubleOfCall(
      connector.exchangeCode({ code, redirectUri: redirectUriOf(connector), ...verifier }),
    );
    const report = subject().reports.at(-1);
    expect(trouble).toEqual({ outcome: 'app-not-enrolled', retryAt: null });
    expect(report?.reportId).toMatch(/./);
    expect(JSON.stringify(report)).not.toContain('not-the-secret');
    expect(JSON.stringify(report)).not.toContain(code);
  });

  it('tells credentials that are good from others, without a creator', async () => {
    const verdictOf = async (connector: PlatformConnector) =>
      (await testCredentials(connector, redirectUriOf(connector))).verdict;
    expect(await verdictOf(subject().connector())).toBe('good');
    const wrong = subject().connector({ clientSecret: 'not-the-secret-of-this-client' });
    expect(await testCredentials(wrong, redirectUriOf(wrong))).toEqual({
      verdict: 'refused',
      reportId: subject().reports.at(-1)?.reportId,
    });
    await subject().fault({ kind: '500', times: 1 });
    expect(await verdictOf(subject().connector())).toBe('down');
    await subject().clearFaults();
  });

  if (notEligible) {
    it('refuses an account that cannot be watched', async () => {
      const connector = subject().connector();
      const identified = grantOf(connector, { person: notEligible.id }).then((grant) => connector.identify(grant));
      expect(await troubleOfCall(identified)).toEqual(notEligible.trouble);
    });
  }
}
