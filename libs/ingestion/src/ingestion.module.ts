import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { ingestionFacts } from '@linkage/published-facts';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CheckAccessHandler } from './check-access/check-access.handler';
import { CheckAccessSchedule } from './check-access/check-access.schedule';
import { LastProbes } from './probe-lost-accounts/last-probes.service';
import { LostAccountProbe } from './probe-lost-accounts/lost-account-probe.service';
import { ProbeLostAccountsHandler } from './probe-lost-accounts/probe-lost-accounts.handler';
import { ProbeLostAccountsSchedule } from './probe-lost-accounts/probe-lost-accounts.schedule';
import { RefreshQueue } from './refresh/refresh-queue.service';
import { watchedAccounts } from './refresh/watched-accounts.projection';
import { RefreshDueAccountsHandler } from './refresh-due-accounts/refresh-due-accounts.handler';
import { RefreshDueAccountsSchedule } from './refresh-due-accounts/refresh-due-accounts.schedule';
import { RefreshNewAccount } from './refresh-new-account/refresh-new-account.reactor';
import { FiguresRecorder } from './run-refresh/figures-recorder.service';
import { knownContent } from './run-refresh/known-content.projection';
import { knownFigures } from './run-refresh/known-figures.projection';
import { RefreshRuns } from './run-refresh/refresh-runs.service';
import { RunRefreshHandler } from './run-refresh/run-refresh.handler';
import { SectionRefresher } from './run-refresh/section-refresher.service';
import { ShowDataAgeHandler } from './show-data-age/show-data-age.query';

const commandSlices = [
  RunRefreshHandler,
  RefreshRuns,
  FiguresRecorder,
  SectionRefresher,
  RefreshDueAccountsHandler,
  CheckAccessHandler,
  ProbeLostAccountsHandler,
  LostAccountProbe,
  LastProbes,
  ShowDataAgeHandler,
];
const reactions = [
  RefreshQueue,
  RefreshNewAccount,
  RefreshDueAccountsSchedule,
  CheckAccessSchedule,
  ProbeLostAccountsSchedule,
];

@Module({ imports: [CqrsModule], providers: [...commandSlices, ...reactions] })
export class IngestionModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: ingestionFacts,
    projections: [watchedAccounts, knownFigures, knownContent],
  };
  /** Names of its reactions, for questions to the log. */
  static readonly reactionNames: readonly string[] = ['refresh-new-account'];

  constructor(consumers: Consumers, refreshNewAccount: RefreshNewAccount) {
    consumers.add({ ...IngestionModule.parts, reactors: [refreshNewAccount] });
  }
}
