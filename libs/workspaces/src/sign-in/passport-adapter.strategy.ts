import type { SignedInMember } from '@linkage/http';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import { Strategy } from 'passport-custom';
import { v7 } from 'uuid';

/** Passport keeps its strategies for the whole process; a name per application lets several run in one, as specs do. */
export abstract class PassportAdapter implements OnApplicationShutdown {
  readonly name: string;

  protected constructor(kind: string) {
    this.name = `${kind}-${v7()}`;
    passport.use(
      this.name,
      new Strategy((request, done) => {
        this.validate(request as unknown as FastifyRequest).then(
          (member) => done(null, member ?? false),
          (error: unknown) => done(error),
        );
      }),
    );
  }

  /** undefined: not signed in. A rejection is answered as it is. */
  abstract validate(request: FastifyRequest): Promise<SignedInMember | undefined>;

  /** Not earlier: requests that run still have to know who asks. */
  onApplicationShutdown(): void {
    passport.unuse(this.name);
  }
}
