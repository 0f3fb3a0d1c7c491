import { WorkspacesModule } from '@linkage/workspaces';
import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { LiveFeed } from './live-feed';

@Module({ imports: [WorkspacesModule], controllers: [LiveController], providers: [LiveFeed] })
export class LiveModule {}
