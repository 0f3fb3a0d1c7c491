import {
  comment,
  commented,
  opened,
  type TicketFact,
  type TicketState,
  ticket,
  ticketContext,
  ticketFacts,
  ticketList,
} from '@linkage/event-sourcing/testing';
import { testKernel } from '../testing/test-kernel';
import { SteadyKeys } from './steady-keys';

/** Until it is killed; prints a line for each answer. Arguments: folder, name of this run. */
const [folder = '', run = ''] = process.argv.slice(2);
const kernel = testKernel(
  { facts: ticketFacts, projections: [ticketList] },
  { folder: { file: (name) => `${folder}/${name}` }, keys: new SteadyKeys() },
);

const handle = (id: string, key: string, decide: (state: TicketState) => readonly TicketFact[]) =>
  kernel.commands.handle({
    stream: `ticket-${id}`,
    decider: ticket,
    context: ticketContext(),
    idempotencyKey: { value: key },
    decide,
  });

const client = async (id: string): Promise<void> => {
  await handle(id, `open ${id}`, () => [opened(id), commented(id, `${run} first ${id}`)]);
  for (let count = 0; ; count += 1) {
    const text = `${run} ${id} ${count}`;
    await handle(id, text, comment(id, text));
    process.stdout.write(`${text}\n`);
  }
};

for (let index = 0; index < 200; index += 1) void client(`t${index}`);
