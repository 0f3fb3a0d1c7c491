import type { StoredFact } from './stored-fact';
import type { Position } from './fact';
import { UnknownFact, UnreadableFact } from './fact.errors';
import type { AnyFactCatalog } from './fact-catalog';
import { FactCodec } from './fact-codec';
import { PersonalData } from '../personal-data/personal-data';
import { InMemorySubjectKeys } from '../testing/in-memory-subject-keys';
import { opened, ticketContext, ticketFacts } from '../testing/ticket.fixtures';

const AT = '2026-01-15T09:00:00.000Z';

describe('fact codec', () => {
  const codecFor = (catalog: AnyFactCatalog): FactCodec => {
    const codec = new FactCodec(new PersonalData(new InMemorySubjectKeys()));
    codec.learn(catalog);
    return codec;
  };
  const stored = (type: string, data: StoredFact['data'], v = 1): StoredFact => ({
    id: 'id-1',
    type,
    data,
    stream: 's',
    revision: 0,
    position: '1' as Position,
    meta: { v, at: AT, ws: 'w', actor: { kind: 'member', id: 'm' }, cor: 'c', cau: null },
  });

  it('writes version, time and context, and gives them back', async () => {
    const codec = codecFor(ticketFacts);
    const fact = await codec.encode(opened('t1'), 'id-1', AT, { ...ticketContext('w1'), causationId: 'cause' });
    expect(fact.meta).toEqual({
      v: 1,
      at: AT,
      ws: 'w1',
      actor: { kind: 'member', id: 'member-1' },
      cor: 'correlation-1',
      cau: 'cause',
    });
    expect(JSON.stringify(fact)).not.toContain('Lovelace');
    const [back] = await codec.decode([{ ...fact, stream: 'ticket-t1', revision: 4, position: '9' as Position }]);
    expect(back).toEqual({
      ...opened('t1'),
      id: 'id-1',
      stream: 'ticket-t1',
      revision: 4,
      position: '9',
      at: AT,
      version: 1,
      workspaceId: 'w1',
      actor: { kind: 'member', id: 'member-1' },
      correlationId: 'correlation-1',
      causationId: 'cause',
    });
  });

  it('brings older versions up to date, step by step', async () => {
    const upcast = {
      1: (data: StoredFact['data']) => ({ ...data, to: data['place'] }),
      2: ({ place: _, ...data }: StoredFact['data']) => ({ ...data, by: 'foot' }),
    };
    const codec = codecFor({ Moved: { version: 3, upcast } });
    const facts = await codec.decode([
      stored('Moved', { place: 'Rome' }, 1),
      stored('Moved', { place: 'Rome', to: 'Pisa' }, 2),
      stored('Moved', { to: 'Bari', by: 'sea' }, 3),
    ]);
    expect(facts.map(({ data, version }) => ({ data, version }))).toEqual([
      { data: { to: 'Rome', by: 'foot' }, version: 3 },
      { data: { to: 'Pisa', by: 'foot' }, version: 3 },
      { data: { to: 'Bari', by: 'sea' }, version: 3 },
    ]);
  });

  it('names what it does not know, and what it cannot read', async () => {
    const codec = codecFor({ Moved: { version: 2, upcast: {} } });
    await expect(codec.decode([stored('Flown', {})])).rejects.toBeInstanceOf(UnknownFact);
    await expect(codec.decode([stored('Moved', {}, 3)])).rejects.toThrow(
      'Moved has version 3 at id-1 (revision 0 of s); this program knows it up to version 2.',
    );
    await expect(codec.decode([stored('Moved', {}, 1)])).rejects.toBeInstanceOf(UnreadableFact);
    await expect(codec.encode({ type: 'Flown', data: {} }, 'id', AT, ticketContext())).rejects.toThrow(
      'No catalog names the fact type Flown',
    );
  });

  it('learns a catalog twice, but not two meanings of one type', () => {
    const codec = codecFor(ticketFacts);
    expect(() => codec.learn(ticketFacts)).not.toThrow();
    expect(() => codec.learn({ TicketClosed: { version: 2 } })).toThrow('TicketClosed is defined twice');
  });

  it('refuses personal fields when it was given nothing to seal them', () => {
    expect(() => new FactCodec().learn(ticketFacts)).toThrow('TicketOpened has personal fields');
    expect(() => new FactCodec().learn({ Moved: { version: 1 } })).not.toThrow();
  });
});
