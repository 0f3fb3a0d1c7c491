import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { platformIds, platforms } from '@linkage/platform-guide';
import { sandboxPlatforms } from './platforms';

it('has each folder of a platform in the registry, once', () => {
  const folders = readdirSync(__dirname).filter((name) => existsSync(join(__dirname, name, 'population.ts')));
  expect(sandboxPlatforms.map(({ traits }) => traits.id).sort()).toEqual(folders.sort());
});

describe.each(sandboxPlatforms.map(({ traits }) => traits))('the simulated $id', ({ id, hosts, cast, accounts }) => {
  it('is one of the platforms, with hosts of its manifest', () => {
    expect(platformIds).toContain(id);
    expect(Object.keys(platforms[id].hosts)).toEqual(expect.arrayContaining([...hosts]));
  });

  it('has at least twelve people that were made by hand, and ids of its own for all', () => {
    const people = accounts('linkage').map(({ person }) => person.id);
    expect(cast).toBeGreaterThanOrEqual(12);
    expect(people.length).toBeGreaterThan(cast);
    expect(new Set(people).size).toBe(people.length);
  });
});
