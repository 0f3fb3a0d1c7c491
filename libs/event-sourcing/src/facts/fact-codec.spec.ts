import type { StoredFact } from './stored-fact';
import type { Position } from './fact';
import { UnknownFact, UnreadableFact } from './fact.errors';
import type { AnyFactCatalog } from './fact-catalog';
import { FactCodec } from './fact-codec';
import { InMemorySubjectKeys } from '../testing/in-memory-subject-keys';
import { opened, ticketContext, ticketFacts } from '../testing/ticket.fixtures';

const AT = '2026-01-15T09:00:00.000Z';

describe('fact codec', () => {
  const codecFor = (catalog: AnyFactCatalog, keys = new InMemorySubjectKeys()): FactCodec => {
    const codec = new FactCodec(keys);
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

  it('gives a tombstone once the person was erased', async () => {
    const keys = new InMemorySubjectKeys();
    const codec = codecFor(ticketFacts, keys);
    const fact = { ...stored('TicketOpened', {}), ...(await codec.encode(opened('t1'), 'id-1', AT, ticketContext())) };
    await keys.erase('reporter-of-t1');
    expect((await codec.decode([fact]))[0]?.data).toEqual({
      ticketId: 't1',
      title: 'It does not start',
      reporter: '[erased]',
    });
  });

  describe('of a fact about two persons', () => {
    const sent = {
      type: 'LetterSent',
      data: { from: 'ida', to: 'noa', sender: 'Ida', reader: 'Noa', text: 'Dear Noa' },
    };
    const catalog: AnyFactCatalog = {
      LetterSent: {
        version: 2,
        personal: [
          { subject: ({ to }) => to, fields: ['reader', 'text'] },
          { subject: ({ from }, by) => from ?? by.id, fields: ['sender', 'text'] },
        ],
        upcast: { 1: (data) => ({ ...data }) },
      },
    };
    const readAfterErasing = async (erased: string, fact: StoredFact): Promise<unknown> => {
      const codec = codecFor(catalog, keys);
      await keys.erase(erased);
      return (await codec.decode([fact]))[0]?.data;
    };
    let keys: InMemorySubjectKeys;
    let letter: StoredFact;
    beforeEach(async () => {
      keys = new InMemorySubjectKeys();
      letter = {
        ...stored('LetterSent', {}, 2),
        ...(await codecFor(catalog, keys).encode(sent, 'id-1', AT, ticketContext())),
      };
    });

    it('keeps what is one person’s when the other is erased, and nothing that they share', async () => {
      expect(JSON.stringify(letter.data)).not.toMatch(/Ida|Noa/);
      expect(codecFor(catalog).personsIn(letter)).toEqual({ sealed: ['noa', 'ida'], open: [] });
      expect(await readAfterErasing('ida', letter)).toEqual({ ...sent.data, sender: '[erased]', text: '[erased]' });
      expect(await readAfterErasing('noa', letter)).toMatchObject({ reader: '[erased]', sender: '[erased]' });
    });

    it('gives out nothing of an erased person that an older version left open', async () => {
      const old = stored('LetterSent', sent.data, 1);
      expect(codecFor(catalog).personsIn(old)).toEqual({ sealed: [], open: ['noa', 'ida'] });
      expect(await readAfterErasing('noa', old)).toEqual({ ...sent.data, reader: '[erased]', text: '[erased]' });
    });

    it('takes the person from the actor where older data names none', async () => {
      const { from: _, ...data } = sent.data;
      await keys.obtain('m');
      expect(await readAfterErasing('m', stored('LetterSent', data, 1))).toMatchObject({
        sender: '[erased]',
        reader: 'Noa',
      });
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
});
