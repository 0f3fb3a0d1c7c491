/** Where secrets live. See `vault.port.ts`. */
export * from './vault.port';
