import { createHash } from 'node:crypto';
import { InMemorySubjectKeys } from '@linkage/event-sourcing/testing';

export class SteadyKeys extends InMemorySubjectKeys {
  override async obtain(subject: string): Promise<Buffer> {
    return createHash('sha256').update(subject).digest();
  }

  override find(subject: string): Promise<Buffer> {
    return this.obtain(subject);
  }
}
