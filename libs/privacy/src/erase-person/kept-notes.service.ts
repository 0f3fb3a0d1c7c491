import type { LeavingNotes } from '@linkage/event-sourcing';
import { SecretStore } from '@linkage/vault';
import { Injectable } from '@nestjs/common';
import type { PersonErased } from '../erasure/erasure.events';

const KIND = 'erasure-notes';

type Notes = Pick<PersonErased['data'], 'done' | 'remains'>;

const withThose = (kept: readonly string[], said: readonly string[]): string[] => [
  ...kept,
  ...said.filter((sentence) => !kept.includes(sentence)),
];

/**
 * What the steps of an erasure said, until it is recorded. A step that is done once more does not find what it ended
 * before.
 */
@Injectable()
export class KeptNotes {
  constructor(private readonly secrets: SecretStore) {}

  /** Sentences that were kept before are not added again. */
  async add(subject: string, { done, remains }: LeavingNotes): Promise<void> {
    if (done.length + remains.length === 0) return;
    await this.secrets.update<Notes>(KIND, subject, new Date(), (kept) => ({
      done: withThose(kept?.done ?? [], done),
      remains: withThose(kept?.remains ?? [], remains),
    }));
  }

  async of(subject: string): Promise<Notes> {
    return (await this.secrets.get<Notes>(KIND, subject, new Date())) ?? { done: [], remains: [] };
  }

  remove(subject: string): Promise<void> {
    return this.secrets.remove(KIND, subject);
  }
}
