import { randomBytes } from 'node:crypto';
import type { SubjectKeys } from '../personal-data/subject-keys.port';

/** Keys of data subjects for tests, with a way to erase a person. */
export class InMemorySubjectKeys implements SubjectKeys {
  private readonly keys = new Map<string, Buffer>();
  private erased = 0;

  async obtain(subject: string): Promise<Buffer> {
    const key = this.keys.get(subject) ?? randomBytes(32);
    this.keys.set(subject, key);
    return key;
  }

  async find(subject: string): Promise<Buffer | undefined> {
    return this.keys.get(subject);
  }

  async erase(subject: string): Promise<void> {
    if (this.keys.delete(subject)) this.erased += 1;
  }

  async erasures(): Promise<number> {
    return this.erased;
  }
}
