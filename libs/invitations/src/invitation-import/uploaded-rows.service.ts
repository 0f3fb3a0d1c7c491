import type { CreatorRow } from '@linkage/contracts';
import { SecretStore } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import { rowsMissing } from './invitation-import.errors';

const KIND = 'import-rows';
const KEPT_MS = 8 * 24 * 3_600_000;

interface UploadedPart {
  readonly rows: readonly CreatorRow[];
}

/** Whose rows they are. */
export interface ImportAddress {
  readonly workspaceId: string;
  readonly importId: string;
}

/**
 * Rows of a file between their upload and their invitations: in the vault, so that names and e-mails of people who are
 * not invited yet are encrypted, and leave by themselves if the import is never started.
 */
@Injectable()
export class UploadedRows {
  constructor(private readonly secrets: SecretStore) {}

  put(address: ImportAddress, part: number, rows: readonly CreatorRow[]): Promise<void> {
    const expiresAt = new Date(Date.now() + KEPT_MS);
    return this.secrets.put(KIND, placeOf(address, part), { rows } satisfies UploadedPart, { expiresAt });
  }

  /** @throws rows-missing */
  async part(address: ImportAddress, part: number): Promise<readonly CreatorRow[]> {
    const stored = await this.secrets.get<UploadedPart>(KIND, placeOf(address, part), new Date());
    if (stored === undefined) throw rowsMissing(part);
    return stored.rows;
  }

  async remove(address: ImportAddress, parts: number): Promise<void> {
    for (let part = 0; part < parts; part += 1) await this.secrets.remove(KIND, placeOf(address, part));
  }
}

const placeOf = ({ workspaceId, importId }: ImportAddress, part: number): string =>
  `${workspaceId}/${importId}/${part}`;
