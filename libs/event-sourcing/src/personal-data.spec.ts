import { randomBytes } from 'node:crypto';
import { openFields, sealedFieldsOf, sealFields, type SealedFields } from './personal-data';

describe('personal data', () => {
  const key = randomBytes(32);
  const data = { invitationId: 'i1', name: 'Ada Lovelace', profile: { followers: 12, tags: ['x', null] }, note: null };
  const sealed = sealFields(data, ['name', 'profile', 'note', 'absent'], 'i1', key, 'fact-1');
  const fields = sealedFieldsOf(sealed) as SealedFields;

  it('leaves nothing of the values readable, and the rest as it was', () => {
    expect(Object.keys(sealed)).toEqual(['invitationId', '$personal']);
    expect(fields).toMatchObject({ of: 'i1', fields: ['name', 'profile', 'note'] });
    for (const form of [JSON.stringify(sealed), Buffer.from(fields.sealed, 'base64').toString('latin1')])
      expect(form).not.toMatch(/Lovelace|followers/);
  });

  it('comes back whole with the key', () => {
    expect(openFields(sealed, fields, key, 'fact-1')).toEqual(data);
  });

  it('is sealed differently every time', () => {
    expect(sealedFieldsOf(sealFields(data, ['name'], 'i1', key, 'fact-1'))?.sealed).not.toBe(
      sealedFieldsOf(sealFields(data, ['name'], 'i1', key, 'fact-1'))?.sealed,
    );
  });

  it('leaves a tombstone for every value when the key is gone', () => {
    expect(openFields(sealed, fields, undefined, 'fact-1')).toEqual({
      invitationId: 'i1',
      name: '[erased]',
      profile: '[erased]',
      note: '[erased]',
    });
  });

  it('is not opened with another key, in another fact, or after a change of one byte', () => {
    const bytes = Buffer.from(fields.sealed, 'base64');
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    expect(() => openFields(sealed, fields, randomBytes(32), 'fact-1')).toThrow();
    expect(() => openFields(sealed, fields, key, 'fact-2')).toThrow();
    expect(() => openFields(sealed, { ...fields, sealed: bytes.toString('base64') }, key, 'fact-1')).toThrow();
  });

  it('touches nothing where there is nothing personal', () => {
    const plain = { invitationId: 'i1' };
    expect(sealFields(plain, ['name'], 'i1', key, 'fact-1')).toBe(plain);
  });
});
