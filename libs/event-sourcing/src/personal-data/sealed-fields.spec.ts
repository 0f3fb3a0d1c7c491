import { randomBytes } from 'node:crypto';
import { openFields, sealedFieldsOf, sealFields, type SealedFields } from './sealed-fields';

describe('personal data', () => {
  const key = randomBytes(32);
  const data = { invitationId: 'i1', name: 'Ada Lovelace', profile: { followers: 12, tags: ['x', null] }, note: null };
  const sealed = sealFields(data, [{ of: 'i1', key, fields: ['name', 'profile', 'note', 'absent'] }], 'fact-1');
  const [fields] = sealedFieldsOf(sealed) as [SealedFields];
  const keyed = (given: Buffer | undefined) => () => given;
  const named = () => sealFields(data, [{ of: 'i1', key, fields: ['name'] }], 'fact-1');

  it('leaves nothing of the values readable, and the rest as it was', () => {
    expect(Object.keys(sealed)).toEqual(['invitationId', '$personal']);
    expect(fields).toMatchObject({ of: 'i1', fields: ['name', 'profile', 'note'] });
    for (const form of [JSON.stringify(sealed), Buffer.from(fields.sealed, 'base64').toString('latin1')])
      expect(form).not.toMatch(/Lovelace|followers/);
  });

  it('comes back whole with the key', () => {
    expect(openFields(sealed, keyed(key), 'fact-1')).toEqual(data);
  });

  it('is sealed differently every time', () => {
    expect(sealedFieldsOf(named())[0]?.sealed).not.toBe(sealedFieldsOf(named())[0]?.sealed);
  });

  it('leaves a tombstone for every value when the key is gone', () => {
    expect(openFields(sealed, keyed(undefined), 'fact-1')).toEqual({
      invitationId: 'i1',
      name: '[erased]',
      profile: '[erased]',
      note: '[erased]',
    });
  });

  it('is withheld once the key is gone, and changed by no reader, though it was opened before', () => {
    const opened = openFields(sealed, keyed(key), 'fact-1');
    (opened['profile'] as { tags: unknown[] }).tags.push('changed');
    expect(openFields(sealed, keyed(key), 'fact-1')).toEqual(data);
    expect(openFields(sealed, keyed(undefined), 'fact-1')).toMatchObject({ name: '[erased]' });
  });

  it('is not opened with another key, in another fact, or after a change of one byte', () => {
    const bytes = Buffer.from(fields.sealed, 'base64');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(() => openFields(sealed, keyed(randomBytes(32)), 'fact-1')).toThrow();
    expect(() => openFields(sealed, keyed(key), 'fact-2')).toThrow();
    const changed = { ...sealed, $personal: { ...fields, sealed: bytes.toString('base64') } };
    expect(() => openFields(changed, keyed(key), 'fact-1')).toThrow();
  });

  it('touches nothing where there is nothing personal', () => {
    const plain = { invitationId: 'i1' };
    expect(sealFields(plain, [{ of: 'i1', key, fields: ['name'] }], 'fact-1')).toBe(plain);
    expect(openFields(plain, keyed(key), 'fact-1')).toBe(plain);
  });

  describe('of several persons', () => {
    const keys: Record<string, Buffer | undefined> = { i1: key, m1: randomBytes(32) };
    const keyOf = (subject: string): Buffer | undefined => keys[subject];
    const both = sealFields(
      data,
      [
        { of: 'i1', key, fields: ['name', 'note'] },
        { of: 'm1', key: keys['m1'] as Buffer, fields: ['profile', 'note'] },
      ],
      'fact-1',
    );

    it('is sealed for each, what they share for the first', () => {
      expect(sealedFieldsOf(both)).toMatchObject([
        { of: 'i1', fields: ['name', 'note'] },
        { of: 'm1', fields: ['profile'] },
      ]);
      expect(openFields(both, keyOf, 'fact-1')).toEqual(data);
    });

    it('stays readable for one when the other is gone', () => {
      expect(openFields(both, (subject) => (subject === 'm1' ? undefined : key), 'fact-1')).toEqual({
        ...data,
        profile: '[erased]',
      });
    });
  });
});
