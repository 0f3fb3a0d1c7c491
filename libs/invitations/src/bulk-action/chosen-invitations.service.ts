import { SecretStore } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { BATCH } from './bulk-action';
import type { BulkAddress } from './bulk-address';

const KIND = 'bulk-invitations';
const IN_PART = 1_000;
const KEPT_MS = 8 * 24 * 3_600_000;

interface ChosenPart {
  readonly ids: readonly string[];
}

/**
 * Which invitations were meant when an action was asked for: kept for some days, so that it can go on after a restart
 * and can be undone.
 */
@Injectable()
export class ChosenInvitations {
  constructor(private readonly secrets: SecretStore) {}

  async put(address: BulkAddress, ids: readonly string[]): Promise<void> {
    const expiresAt = new Date(Date.now() + KEPT_MS);
    for (let from = 0; from < ids.length; from += IN_PART) {
      const part: ChosenPart = { ids: ids.slice(from, from + IN_PART) };
      await this.secrets.put(KIND, placeOf(address, from / IN_PART), part, { expiresAt });
    }
  }

  /** undefined: they are not kept any more. */
  async batch(address: BulkAddress, batch: number): Promise<readonly string[] | undefined> {
    const from = batch * BATCH;
    const part = Math.floor(from / IN_PART);
    const stored = await this.secrets.get<ChosenPart>(KIND, placeOf(address, part), new Date());
    return stored?.ids.slice(from % IN_PART, (from % IN_PART) + BATCH);
  }
}

const placeOf = ({ workspaceId, bulkId }: BulkAddress, part: number): string => `${workspaceId}/${bulkId}/${part}`;
