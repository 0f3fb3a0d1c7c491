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
import { history } from './sentences/history.projection';
import { HistoryReader } from './sentences/history-reader.service';
import { historyPeople } from './sentences/history-people.projection';
import { HistoryPeopleReader } from './sentences/history-people-reader.service';
import { LineLeads } from './sentences/line-leads.service';
import { contextFacts } from './sentences/sentences';

const readSlices = [
  HistoryReader,
  HistoryPeopleReader,
  LineLeads,
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
  static readonly parts: ContextParts = { facts: contextFacts, projections: [history, historyPeople] };

  constructor(consumers: Consumers) {
    consumers.add(HistoryModule.parts);
  }
}
