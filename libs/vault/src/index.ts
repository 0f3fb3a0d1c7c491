export * from './vault.port';
export * from './vault.errors';
export { openVault, type Vault, type VaultOptions } from './open-vault';
export { VaultModule } from './vault.module';
export { keyFileText } from './key-file';
