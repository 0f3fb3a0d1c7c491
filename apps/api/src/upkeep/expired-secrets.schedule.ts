import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Inject, Injectable } from '@nestjs/common';
import { Cron } from '@nestjs/schedule';

/**
 * Sessions and pending authorisations that have ended are of no use to anyone: they leave the vault once an hour.
 * Sessions end by the real time, authorisations by the clock that may be moved, so only what is over by both leaves.
 */
@Injectable()
export class ExpiredSecretsSchedule {
  constructor(
    private readonly secrets: SecretStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Says how many have left. */
  @Cron('17 * * * *')
  ring(): Promise<number> {
    return this.secrets.removeExpired(new Date(Math.min(Date.now(), this.clock.now().getTime())));
  }
}
