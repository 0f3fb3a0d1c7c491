import { AnalyticsModule } from '@linkage/analytics';
import { ConnectionsModule } from '@linkage/connections';
import type { ContextParts } from '@linkage/event-sourcing';
import { HistoryModule } from '@linkage/history';
import { IngestionModule } from '@linkage/ingestion';
import { InvitationsModule } from '@linkage/invitations';
import { WorkspacesModule } from '@linkage/workspaces';
import type { Type } from '@nestjs/common';

/** A context: its module, and what it says and shows, for a thread or a command that runs without the application. */
type Context = Type & { readonly parts: ContextParts };

export const contexts: readonly Context[] = [WorkspacesModule, InvitationsModule, ConnectionsModule, IngestionModule, AnalyticsModule, HistoryModule];
