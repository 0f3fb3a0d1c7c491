import type { StoredFact } from '../facts/stored-fact';
import type { Position } from '../facts/fact';
import type { AnyFactCatalog } from '../facts/fact-catalog';
import { FactCodec } from '../facts/fact-codec';
import { InMemorySubjectKeys } from '../testing/in-memory-subject-keys';
import { opened, ticketContext, ticketFacts } from '../testing/ticket.fixtures';
import { PersonalData } from './personal-data';

const AT = '2026-01-15T09:00:00.000Z';

describe('personal data in facts', () => {
  const partsFor = (catalog: AnyFactCatalog, keys = new InMemorySubjectKeys()) => {
    const personalData = new PersonalData(keys);
    const codec = new FactCodec(personalData);
    codec.learn(catalog);
    return { codec, personalData };
  };
  const codecFor = (...asked: Parameters<typeof partsFor>): FactCodec => partsFor(...asked).codec;
  const stored = (type: string, data: StoredFact['data'], v = 1): StoredFact => ({
    id: 'id-1',
    type,
    data,
    stream: 's',
    revision: 0,
    position: '1' as Position,
    meta: { v, at: AT, ws: 'w', actor: { kind: 'member', id: 'm' }, cor: 'c', cau: null },
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
      expect(partsFor(catalog).personalData.personsIn(letter)).toEqual({ sealed: ['noa', 'ida'], open: [] });
      expect(await readAfterErasing('ida', letter)).toEqual({ ...sent.data, sender: '[erased]', text: '[erased]' });
      expect(await readAfterErasing('noa', letter)).toMatchObject({ reader: '[erased]', sender: '[erased]' });
    });

    it('gives out nothing of an erased person that an older version left open', async () => {
      const old = stored('LetterSent', sent.data, 1);
      expect(partsFor(catalog).personalData.personsIn(old)).toEqual({ sealed: [], open: ['noa', 'ida'] });
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
});
