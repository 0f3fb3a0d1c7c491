import type { AttemptOutcome, ConnectionStarted } from '@linkage/contracts';
import { invitationFacts } from '@linkage/published-facts';
import { testKernel, type TestKernel } from '@linkage/stores/testing';
import { testVault, type TestVault } from '@linkage/vault/testing';
import { ConnectionsUnderTest, invitationOf, type Answer } from '../connections.harness';

export const hour = 3_600_000;
export type Attempt = ConnectionStarted & { cookie: string };
type Consent = Parameters<ConnectionsUnderTest['instagram']['agree']>[1];

/** Misaki has pressed Connect, and comes back with what has to be confirmed or chosen. */
export class ChoicesUnderTest {
  private constructor(
    readonly kernel: TestKernel,
    readonly vault: TestVault,
    readonly under: ConnectionsUnderTest,
    readonly link: string,
    readonly started: Attempt,
  ) {}

  static async start(): Promise<ChoicesUnderTest> {
    const kernel = testKernel({ facts: invitationFacts });
    const vault = testVault();
    const under = await ConnectionsUnderTest.start(kernel, vault);
    const link = await under.invite(invitationOf.misaki);
    return new ChoicesUnderTest(kernel, vault, under, link, await under.start(link));
  }

  get instagram(): ConnectionsUnderTest['instagram'] {
    return this.under.instagram;
  }

  async close(): Promise<void> {
    await this.under.close();
    await this.kernel.close();
    this.vault.remove();
  }

  inviteMarcus = (): Promise<string> => this.under.invite(invitationOf.marcus, 'Marcus', 'marcus@webbtable.example');

  /** Presses Connect with a body, once the read models show all. */
  async begin(body: object, by = this.link): Promise<Attempt> {
    await this.kernel.settled();
    const answer = await this.under.ask('POST', `/api/microsite/${by}/connections/instagram`, { body });
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return { ...answer.body, cookie: answer.headers['set-cookie']?.[0]?.split(';')[0] ?? '' };
  }

  agree = (consent: Consent = {}, attempt = this.started): Promise<Answer> =>
    this.under.comeBack(this.instagram.agree(attempt.authorizeUrl, consent), attempt.cookie);

  async outcome(attempt = this.started): Promise<AttemptOutcome> {
    return (await this.under.ask('GET', `/api/microsite/${this.link}/attempts/${attempt.attemptId}`)).body;
  }

  /** Ids on the platform. */
  choose = (accounts: readonly string[], attempt = this.started, by = this.link): Promise<Answer> =>
    this.under.ask('POST', `/api/microsite/${by}/attempts/${attempt.attemptId}/choice`, { body: { accounts } });

  /** A day later, and two minutes: the schedule rings. */
  async dayLater(): Promise<void> {
    await this.kernel.settled();
    this.kernel.clock.advance(24 * hour + 120_000);
    await this.under.ring();
    await this.kernel.settled();
  }
}
