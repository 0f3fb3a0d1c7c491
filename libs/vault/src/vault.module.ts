import {
  Global,
  Inject,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Provider,
} from '@nestjs/common';
import { openVault, type Vault, type VaultOptions } from './open-vault';
import { DataSubjectKeys, Grants, InvitationLinks, KeyedHashes, Locks, SecretStore, VaultCheck } from './vault.port';

const VAULT = Symbol('Vault');

const part = <Token extends abstract new () => unknown>(
  provide: Token,
  of: (vault: Vault) => InstanceType<Token>,
): Provider => ({
  provide,
  inject: [VAULT],
  useFactory: of,
});

const parts = [
  part(DataSubjectKeys, (vault) => vault.keys),
  part(KeyedHashes, (vault) => vault.hashes),
  part(SecretStore, (vault) => vault.secrets),
  part(Locks, (vault) => vault.locks),
  part(Grants, (vault) => vault.grants),
  part(InvitationLinks, (vault) => vault.links),
  part(VaultCheck, (vault) => vault.check),
];

const tokens = [DataSubjectKeys, KeyedHashes, SecretStore, Locks, Grants, InvitationLinks, VaultCheck];

@Global()
@Module({})
export class VaultModule implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopWatching: () => void = () => undefined;

  constructor(@Inject(VAULT) private readonly vault: Vault) {}

  static forRoot(options: VaultOptions): DynamicModule {
    return {
      module: VaultModule,
      providers: [{ provide: VAULT, useFactory: () => openVault(options) }, ...parts],
      exports: tokens,
    };
  }

  /** The kernel needs the keys before there is an application. */
  static of(vault: Vault): DynamicModule {
    return { module: VaultModule, providers: [{ provide: VAULT, useValue: vault }, ...parts], exports: tokens };
  }

  onApplicationBootstrap(): void {
    this.stopWatching = this.vault.check.watch();
  }

  onApplicationShutdown(): void {
    this.stopWatching();
    this.vault.close();
  }
}
