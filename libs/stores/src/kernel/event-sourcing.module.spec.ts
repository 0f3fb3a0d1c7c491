import { Inject, Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import {
  CLOCK,
  type Clock,
  CommandHandling,
  ConsumerOperations,
  Consumers,
  EVENT_LOG,
  type EventLog,
  EventSourcingModule,
  FactLog,
  LogUnavailable,
  READ_STORE,
  readAfter,
  ReadModels,
} from '@linkage/event-sourcing';
import {
  InMemorySubjectKeys,
  opened,
  openTicket,
  TestClock,
  ticket,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { SqliteReadStore } from '../sqlite-documents/sqlite-read-store';
import { SqliteEventLog } from '../sqlite-log/sqlite-event-log';
import { temporaryFolder } from '../testing';

@Injectable()
class Tickets {
  constructor(
    readonly commands: CommandHandling,
    readonly readModels: ReadModels,
    readonly log: FactLog,
    @Inject(CLOCK) readonly clock: Clock,
  ) {}
}

@Module({ providers: [Tickets] })
class TicketsModule {
  constructor(consumers: Consumers) {
    consumers.add({ facts: ticketFacts, projections: [ticketList] });
  }
}

describe('EventSourcingModule', () => {
  it('gives contexts what they need, starts with the application and ends with it', async () => {
    const folder = temporaryFolder();
    const clock = new TestClock();
    const [log, store] = [
      SqliteEventLog.open(folder.file('facts.db')),
      SqliteReadStore.open(folder.file('documents.db')),
    ];
    const module = await Test.createTestingModule({
      imports: [EventSourcingModule.forRoot({ log, store, clock, keys: new InMemorySubjectKeys() }), TicketsModule],
    }).compile();
    const tickets = module.get(Tickets, { strict: false });
    expect(tickets.clock.now()).toEqual(clock.now());
    expect(module.get<EventLog>(EVENT_LOG, { strict: false })).toBe(log);
    expect(module.get(READ_STORE, { strict: false })).toBe(store);
    const operations = module.get(ConsumerOperations, { strict: false });
    expect(await operations.status()).toMatchObject([{ name: 'ticket-list', kind: 'projection', state: 'idle' }]);

    await module.init();
    const { position } = await tickets.commands.handle({
      stream: 'ticket-1',
      decider: ticket,
      context: ticketContext(),
      decide: openTicket('1'),
    });
    expect(await readAfter(position, () => tickets.readModels.get(ticketList, '1'))).toMatchObject({
      title: opened('1').data.title,
    });
    expect(await operations.status()).toMatchObject([{ state: 'running', behind: false }]);

    await module.close();
    await expect(log.head()).rejects.toBeInstanceOf(LogUnavailable);
    await SqliteEventLog.open(folder.file('facts.db')).close();
    folder.remove();
  });
});
