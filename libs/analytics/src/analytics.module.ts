import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { connectionFacts, erasureFacts, ingestionFacts } from '@linkage/published-facts';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { AccountOfWorkspace } from './account/account-of-workspace.service';
import { accountProfile } from './account/account-profile.projection';
import { accountAudience } from './account/account-audience.projection';
import { ShowAccountAudienceController } from './account-audience/show-account-audience.controller';
import { ShowAccountAudienceHandler } from './account-audience/show-account-audience.query';
import { erasedCreators } from './account/erased-creators.projection';
import { accountContent } from './account/account-content.projection';
import { ListAccountContentController } from './account-content/list-account-content.controller';
import { ListAccountContentHandler } from './account-content/list-account-content.query';
import { ExportAccountDifferencesController } from './account-differences/export-account-differences.controller';
import { ShowAccountDifferencesController } from './account-differences/show-account-differences.controller';
import { ShowAccountDifferencesHandler } from './account-differences/show-account-differences.query';
import { ShowAccountProfileController } from './account-profile/show-account-profile.controller';
import { ShowAccountProfileHandler } from './account-profile/show-account-profile.query';

const readSlices = [
  AccountOfWorkspace,
  ShowAccountProfileHandler,
  ShowAccountAudienceHandler,
  ListAccountContentHandler,
  ShowAccountDifferencesHandler,
];

@Module({
  imports: [CqrsModule],
  controllers: [
    ShowAccountProfileController,
    ShowAccountAudienceController,
    ListAccountContentController,
    ShowAccountDifferencesController,
    ExportAccountDifferencesController,
  ],
  providers: readSlices,
})
export class AnalyticsModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: { ...connectionFacts, ...ingestionFacts, ...erasureFacts },
    projections: [accountProfile, accountAudience, accountContent, erasedCreators],
  };

  constructor(consumers: Consumers) {
    consumers.add(AnalyticsModule.parts);
  }
}
