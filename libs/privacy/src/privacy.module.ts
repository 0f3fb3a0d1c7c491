import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { Module } from '@nestjs/common';
import { EraseAgain } from './erase-again/erase-again.schedule';
import { KeptNotes } from './erase-person/kept-notes.service';
import { PersonErasure } from './erase-person/person-erasure.handler';
import { accountCreators } from './erasure/account-creators.projection';
import { erasureFacts } from './erasure/erasure.events';
import { erasures } from './erasure/erasures.projection';
import { people } from './erasure/people.projection';
import { workspaceNames } from './erasure/workspace-names.projection';
import { PersonFinder } from './erasure/person-finder.service';

@Module({ providers: [PersonFinder, KeptNotes, PersonErasure, EraseAgain], exports: [PersonErasure] })
export class PrivacyModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = {
    facts: erasureFacts,
    projections: [people, accountCreators, workspaceNames, erasures],
  };

  constructor(consumers: Consumers) {
    consumers.add(PrivacyModule.parts);
  }
}
