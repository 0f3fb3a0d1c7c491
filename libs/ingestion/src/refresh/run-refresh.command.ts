import { Command } from '@nestjs/cqrs';

/**
 * `not-due`: another run is at it, in any process, or has just done it. `not-watched`: the account is not connected, or
 * its platform is not set up here. `stopped`: the account was disconnected, the process ends, or another run took over;
 * that run has no end of its own.
 */
export type RefreshResult = 'completed' | 'failed' | 'stopped' | 'not-due' | 'not-watched';

/**
 * Fetch the figures of one account if it is due, and record what changed. `signal` asks it to leave off between two
 * steps.
 */
export class RunRefresh extends Command<RefreshResult> {
  constructor(
    readonly accountId: string,
    readonly signal?: AbortSignal,
    /** Also before it is due. */
    readonly because?: 'asked',
  ) {
    super();
  }
}
