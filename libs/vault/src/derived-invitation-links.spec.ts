import { randomUUID } from 'node:crypto';
import { openVault } from './open-vault';
import { testVault, type TestVault } from './testing';

describe('invitation links', () => {
  const id = '019ab0f0-7e1c-7c3a-9d55-0c8f3a1b2c3d';
  let vault: TestVault;
  beforeEach(() => (vault = testVault()));
  afterEach(() => vault.remove());

  it('are the same whenever they are made, also after a restart', async () => {
    const link = await vault.links.make(id, 1);
    expect(link).toMatch(/^[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{32}$/);
    vault.close();
    const again = openVault({ directory: vault.directory });
    expect(await again.links.make(id, 1)).toBe(link);
    again.close();
  });

  it('say whose they are and match only that invitation and version', async () => {
    const link = await vault.links.make(id, 1);
    expect(vault.links.parse(link)).toBe(id);
    expect(await vault.links.matches(link, id, 1)).toBe(true);
    expect(await vault.links.matches(link, id, 2)).toBe(false);
    expect(await vault.links.matches(link, randomUUID(), 1)).toBe(false);
  });

  it('are refused with any character changed, added or left out', async () => {
    const link = await vault.links.make(id, 1);
    for (let at = 0; at < link.length; at++) {
      const changed = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
      expect(await vault.links.matches(changed, id, 1)).toBe(false);
      expect(vault.links.parse(link.slice(0, at))).toBeNull();
    }
    for (const other of [
      `${link}A`,
      `A${link}`,
      link.replace('.', ''),
      link.replace('.', '..'),
      '',
      '.',
      'ü'.repeat(55),
      link.toLowerCase().slice(1),
    ]) {
      expect(vault.links.parse(other)).toBeNull();
      expect(await vault.links.matches(other, id, 1)).toBe(false);
    }
  });

  it('end on a letter or a digit, and work as well where they ended otherwise', async () => {
    const spy = jest.spyOn(vault.hashes, 'ofInstallation');
    for (const last of ['-', '_', 'z', '7']) {
      spy.mockResolvedValue('m'.repeat(31) + last);
      const link = await vault.links.make(id, 1);
      expect(link).toMatch(/[A-Za-z0-9]$/);
      for (const one of [link, link.slice(0, -1) + last]) expect(await vault.links.matches(one, id, 1)).toBe(true);
    }
    spy.mockRestore();
  });

  it('work with what mail programs make of them', async () => {
    const link = await vault.links.make(id, 1);
    for (const passedOn of [
      `${link}.`,
      `${link}).`,
      `${link}>`,
      `${link}\n`,
      `${link.slice(0, 30)}\r\n ${link.slice(30)}`,
      `${link}”,`,
    ]) {
      expect(vault.links.parse(passedOn)).toBe(id);
      expect(await vault.links.matches(passedOn, id, 1)).toBe(true);
    }
  });

  it('have one spelling: one that decodes to the same bytes is refused', async () => {
    const link = await vault.links.make(id, 1);
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const last = alphabet.indexOf(link[21] ?? '');
    for (let bits = 1; bits < 16; bits++)
      expect(vault.links.parse(`${link.slice(0, 21)}${alphabet[last | bits]}${link.slice(22)}`)).toBeNull();
  });

  it('of another installation do not match', async () => {
    const other = testVault();
    expect(await vault.links.matches(await other.links.make(id, 1), id, 1)).toBe(false);
    other.remove();
  });

  it('are made of UUIDs only', async () => {
    await expect(vault.links.make('../../x', 1)).rejects.toThrow(TypeError);
  });
});
