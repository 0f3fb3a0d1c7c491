import { FactLog, ReadModels } from '@linkage/event-sourcing';
import { ProblemException } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import type { LostAccount } from './invitation.events';
import { lostAccounts, lostIn, type LostAccountNamed } from './lost-accounts.projection';

/** Which accounts of a creator have lost their access, on everything that the log holds by now. */
@Injectable()
export class LostAccounts {
  constructor(
    private readonly readModels: ReadModels,
    private readonly log: FactLog,
  ) {}

  /** The longest lost first. @throws unavailable while the read model is behind */
  async named(invitationId: string): Promise<readonly LostAccountNamed[]> {
    await this.expectCaughtUp();
    return lostIn(await this.readModels.get(lostAccounts, invitationId));
  }

  private async expectCaughtUp(): Promise<void> {
    const head = await this.log.head();
    if (head !== null && !(await this.readModels.reached(lostAccounts, head)))
      throw ProblemException.unavailable('Linkage is still reading what happened last. Try again in a few seconds.', 5);
  }

  /** The same without their names, as facts tell of them. */
  async of(invitationId: string): Promise<readonly LostAccount[]> {
    return (await this.named(invitationId)).map(({ username: _, ...account }) => account);
  }

  /** Of several creators; without those that have lost none. */
  async ofMany(invitationIds: readonly string[]): Promise<ReadonlyMap<string, readonly LostAccount[]>> {
    await this.expectCaughtUp();
    const rows = await this.readModels.getMany(lostAccounts, invitationIds);
    return new Map([...rows].map(([id, row]) => [id, lostIn(row).map(({ username: _, ...account }) => account)]));
  }
}
