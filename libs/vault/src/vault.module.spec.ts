import { Injectable, Module } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { testVault } from './testing';
import { VaultModule } from './vault.module';
import { DataSubjectKeys, Grants, InvitationLinks, KeyedHashes, Locks, SecretStore } from './vault.port';

@Injectable()
class Neighbour {
  constructor(
    readonly hashes: KeyedHashes,
    readonly secrets: SecretStore,
    readonly locks: Locks,
    readonly grants: Grants,
    readonly links: InvitationLinks,
    readonly keys: DataSubjectKeys,
  ) {}
}

@Module({ providers: [Neighbour] })
class NeighbourModule {}

describe('the vault module', () => {
  it('provides one vault to modules that do not import it, and closes it with the application', async () => {
    const vault = testVault();
    const app = await Test.createTestingModule({
      imports: [VaultModule.forRoot({ directory: vault.directory }), NeighbourModule],
    }).compile();
    const neighbour = app.get(Neighbour, { strict: false });
    await neighbour.secrets.put('kind', 'id', { is: 'there' });
    expect(await vault.secrets.get('kind', 'id', new Date())).toEqual({ is: 'there' });
    await app.close();
    await expect(neighbour.secrets.get('kind', 'id', new Date())).rejects.toThrow('The vault is closed.');
    vault.remove();
  });

  it('takes a vault that is open already', async () => {
    const vault = testVault();
    const app = await Test.createTestingModule({ imports: [VaultModule.of(vault), NeighbourModule] }).compile();
    expect(app.get(Neighbour, { strict: false }).keys).toBe(vault.keys);
    await app.close();
    vault.remove();
  });
});
