import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { ingestionFacts } from '@linkage/published-facts';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { RefreshPool } from './refresh/refresh.pool';
import { watchedAccounts } from './refresh/watched-accounts.projection';
import { RefreshDueAccountsHandler } from './refresh-due-accounts/refresh-due-accounts.handler';
import { RefreshDueAccountsSchedule } from './refresh-due-accounts/refresh-due-accounts.schedule';
import { RefreshNewAccount } from './refresh-new-account/refresh-new-account.reactor';
import { FiguresRecorder } from './run-refresh/figures-recorder.handler';
import { knownContent } from './run-refresh/known-content.projection';
import { knownFigures } from './run-refresh/known-figures.projection';
import { RefreshLedger } from './run-refresh/refresh-ledger.handler';
import { RunRefreshHandler } from './run-refresh/run-refresh.handler';
import { Sections } from './run-refresh/sections.handler';

const commandSlices = [RunRefreshHandler, RefreshLedger, FiguresRecorder, Sections, RefreshDueAccountsHandler];
const reactions = [RefreshPool, RefreshNewAccount, RefreshDueAccountsSchedule];

@Module({ imports: [CqrsModule], providers: [...commandSlices, ...reactions] })
export class IngestionModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: ingestionFacts,
    projections: [watchedAccounts, knownFigures, knownContent],
  };
  /** Names of its reactions, for who asks the log about them. */
  static readonly reactionNames: readonly string[] = ['refresh-new-account'];

  constructor(consumers: Consumers, refreshNewAccount: RefreshNewAccount) {
    consumers.add({ ...IngestionModule.parts, reactors: [refreshNewAccount] });
  }
}
