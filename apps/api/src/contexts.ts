import { AnalyticsModule } from '@linkage/analytics';
import { ConnectionsModule } from '@linkage/connections';
import type { ContextParts } from '@linkage/event-sourcing';
import { HistoryModule } from '@linkage/history';
import { IngestionModule } from '@linkage/ingestion';
import { InvitationsModule } from '@linkage/invitations';
import { PrivacyModule } from '@linkage/privacy';
import { WorkspacesModule } from '@linkage/workspaces';
import type { Type } from '@nestjs/common';

/**
 * A context: its module, what it says and shows, and what its reactions are called, for a thread or a command that runs
 * without the application.
 */
type Context = Type & { readonly parts: ContextParts; readonly reactionNames?: readonly string[] };

export const contexts: readonly Context[] = [
  WorkspacesModule,
  InvitationsModule,
  ConnectionsModule,
  IngestionModule,
  AnalyticsModule,
  HistoryModule,
  PrivacyModule,
];

/** The names of all reactions, whichever process runs them. */
export const reactionNames: readonly string[] = contexts.flatMap((context) => context.reactionNames ?? []);
