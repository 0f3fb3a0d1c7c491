import { randomBytes } from 'node:crypto';
import { ProblemException } from '@linkage/http';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** argon2id (the library's default kind), 19 MiB, 2 passes: one check keeps a core busy for some 20 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many may wait. With one check at a time they are all served within a second or so; more would only make everybody wait. */
const MOST_WAITING = 32;

/** One check at a time, so that sign-ins can neither fill the memory nor take the processor from everybody else. */
@Injectable()
export class Passwords {
  private waiting = 0;
  private last: Promise<unknown> = Promise.resolve();
  private readonly nobodys = hash(randomBytes(32), cost);

  hash(password: string): Promise<string> {
    return this.alone(() => hash(password.normalize('NFC'), cost));
  }

  /** Without a hash it takes as long as with one, so that the time does not tell whether an e-mail is known. */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    const against = passwordHash ?? (await this.nobodys);
    const matches = await this.alone(() => verify(against, password.normalize('NFC')));
    return matches && passwordHash !== undefined;
  }

  private async alone<T>(work: () => Promise<T>): Promise<T> {
    if (this.waiting >= MOST_WAITING)
      throw ProblemException.unavailable('Many people sign in at this moment. Try again in a few seconds.', 2);
    this.waiting += 1;
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      this.waiting -= 1;
    }
  }
}
