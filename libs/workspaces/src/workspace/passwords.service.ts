import { randomBytes } from 'node:crypto';
import { ProblemException } from '@linkage/http';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { FairQueue, QueueFull } from './fair-queue';

/** argon2id (the library's default kind), 19 MiB, 2 passes: one check keeps a core busy for some 20 ms. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** How many may wait: of one lane they are all served within a second or so, and of all lanes within some ten. */
const limits = { perLane: 32, inAll: 256 };

/**
 * One check at a time, so that sign-ins can neither fill the memory nor take the processor from all others. Waiting
 * sign-ins take turns by their `lane`, such as the network that they come from: none can starve the others.
 */
@Injectable()
export class Passwords {
  private readonly queue = new FairQueue(limits);
  private readonly nobodys = hash(randomBytes(32), cost);

  hash(password: string, lane: string): Promise<string> {
    return this.inTurn(lane, () => hash(password.normalize('NFC'), cost));
  }

  /** Without a hash it takes as long as with one, so that the time does not tell whether an e-mail is known. */
  async matches(password: string, passwordHash: string | undefined, lane: string): Promise<boolean> {
    const against = passwordHash ?? (await this.nobodys);
    const matches = await this.inTurn(lane, () => verify(against, password.normalize('NFC')));
    return matches && passwordHash !== undefined;
  }

  private async inTurn<T>(lane: string, work: () => Promise<T>): Promise<T> {
    try {
      return await this.queue.run(lane, work);
    } catch (error) {
      if (error instanceof QueueFull)
        throw ProblemException.unavailable('Many people sign in at this moment. Try again in a few seconds.', 2);
      throw error;
    }
  }
}
