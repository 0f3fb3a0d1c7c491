import { derivedId, newId } from './ids';

describe('ids', () => {
  it('are UUIDv7 in the order they are made', () => {
    const ids = Array.from({ length: 100 }, () => newId());
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect([...ids].sort()).toEqual(ids);
  });

  it('can be derived: the same parts give the same id, other parts another', () => {
    expect(derivedId('w', 'key', 1)).toBe(derivedId('w', 'key', 1));
    expect(derivedId('w', 'key')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const different = [
      derivedId('w', 'key', 1),
      derivedId('w', 'key', 2),
      derivedId('w', 'key1'),
      derivedId('wk', 'ey', 1),
      derivedId('w', 'key', '1'),
    ];
    expect(new Set(different).size).toBe(different.length);
  });
});
