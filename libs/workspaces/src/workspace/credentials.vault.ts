import { foldEmail } from '@linkage/contracts';
import { KeyedHashes, SecretStore } from '@linkage/vault';
import { Injectable } from '@nestjs/common';

const KIND = 'credential';

/** What a registration asked for, until its facts are in the log. */
export interface PendingRegistration {
  readonly workspaceName: string;
  readonly name: string;
  readonly email: string;
}

/** How one e-mail signs in. */
export interface Credential {
  readonly workspaceId: string;
  readonly memberId: string;
  /** argon2id, in PHC form; null until it is chosen through a link of the operator. */
  readonly passwordHash: string | null;
  /** Not null: a crash may have come between this and the facts. Whoever knows the password repairs it by signing in or registering again. */
  readonly pending: PendingRegistration | null;
}

/**
 * One credential per e-mail in the whole installation: its place in the vault is a keyed hash of the folded e-mail, and only the first
 * to ask for a place gets it.
 */
@Injectable()
export class Credentials {
  constructor(
    private readonly hashes: KeyedHashes,
    private readonly secrets: SecretStore,
  ) {}

  /** Where the credential of this e-mail is; also what attempts are counted by. */
  placeOf(email: string): Promise<string> {
    return this.hashes.ofInstallation('sign-in', foldEmail(email));
  }

  /** False: somebody has this place. */
  putNew(place: string, credential: Credential): Promise<boolean> {
    return this.secrets.putNew(KIND, place, credential);
  }

  get(place: string): Promise<Credential | undefined> {
    return this.secrets.get<Credential>(KIND, place, new Date());
  }

  async setPassword(place: string, passwordHash: string): Promise<void> {
    await this.secrets.update<Credential>(
      KIND,
      place,
      new Date(),
      (current) => current && { ...current, passwordHash },
    );
  }

  remove(place: string): Promise<void> {
    return this.secrets.remove(KIND, place);
  }

  async settle(place: string): Promise<void> {
    await this.secrets.update<Credential>(
      KIND,
      place,
      new Date(),
      (current) => current && { ...current, pending: null },
    );
  }
}
