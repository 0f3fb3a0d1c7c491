import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import type { EncryptedTable } from './encrypted-table';
import { LRUCache } from 'lru-cache';
import { KeyedHashes, type HashPurpose } from './vault.port';

const LENGTH = 32;

export class SqliteKeyedHashes extends KeyedHashes {
  readonly #keys = new LRUCache<string, KeyObject>({ max: 1000 });

  constructor(private readonly table: EncryptedTable) {
    super();
  }

  override async ofWorkspace(workspaceId: string, value: string): Promise<string> {
    return mac(await this.#key('workspace-key', workspaceId), value);
  }

  override async ofInstallation(purpose: HashPurpose, value: string): Promise<string> {
    return mac(await this.#key('installation-key', purpose), value);
  }

  async #key(kind: string, id: string): Promise<KeyObject> {
    const cached = this.#keys.get(`${kind}/${id}`);
    if (cached) return cached;
    const key = createSecretKey(
      this.table.get(kind, id)?.plain ?? (await this.table.write(() => this.#make(kind, id))),
    );
    this.#keys.set(`${kind}/${id}`, key);
    return key;
  }

  /** Another process may have been first: then its key is the key. */
  #make(kind: string, id: string): Buffer {
    const fresh = randomBytes(32);
    return this.table.insert(kind, id, fresh) ? fresh : (this.table.get(kind, id)?.plain ?? fresh);
  }
}

const mac = (key: KeyObject, value: string): string =>
  createHmac('sha256', key).update(value, 'utf8').digest('base64url').slice(0, LENGTH);
