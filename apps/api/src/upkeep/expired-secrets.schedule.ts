import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';

/** Sessions and pending authorisations that have ended are of no use to anyone: they leave the vault once an hour. */
@Injectable()
export class ExpiredSecretsSchedule {
  constructor(private readonly secrets: SecretStore, @Inject(CLOCK) private readonly clock: Clock) {}

  /** Says how many have left. */
  @Cron('17 * * * *')
  ring(): Promise<number> {
    return this.secrets.removeExpired(this.clock.now());
  }
}
