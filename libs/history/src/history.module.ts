import { Consumers, type ContextParts } from '@linkage/event-sourcing';
import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { ExportHistoryController } from './export-history/export-history.controller';
import { ExportHistoryHandler } from './export-history/export-history.query';
import { ListHistoryController } from './list-history/list-history.controller';
import { ListHistoryHandler } from './list-history/list-history.query';
import { ListPeopleController } from './list-people/list-people.controller';
import { ListPeopleHandler } from './list-people/list-people.query';
import { ShowFactController } from './show-fact/show-fact.controller';
import { ShowFactHandler } from './show-fact/show-fact.query';
import { history } from './told/history.projection';
import { History } from './told/history.reader';
import { historyPeople } from './told/people.projection';
import { HistoryPeopleReader } from './told/people.reader';
import { toldFacts } from './told/tellings';

const readSlices = [
  History,
  HistoryPeopleReader,
  ListHistoryHandler,
  ShowFactHandler,
  ExportHistoryHandler,
  ListPeopleHandler,
];

@Module({
  imports: [CqrsModule],
  controllers: [ExportHistoryController, ListPeopleController, ListHistoryController, ShowFactController],
  providers: readSlices,
})
export class HistoryModule {
  /** What it says and shows; without the reactions, which only the application has. */
  static readonly parts: ContextParts = { facts: toldFacts, projections: [history, historyPeople] };

  constructor(consumers: Consumers) {
    consumers.add(HistoryModule.parts);
  }
}
