import { Installation, isSecure, setCookie } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { SESSION_MS } from './operator-access';

/** The operator page's cookie: never sent from another site, gone after an hour. */
@Injectable()
export class OperatorCookies {
  readonly name: string;
  private readonly secure: boolean;

  constructor(installation: Installation) {
    this.secure = isSecure(installation);
    this.name = this.secure ? '__Host-linkage-operator' : 'linkage-operator';
  }

  send(reply: FastifyReply, value: string): void {
    reply.header('set-cookie', this.cookie(value, SESSION_MS / 1_000));
  }

  remove(reply: FastifyReply): void {
    reply.header('set-cookie', this.cookie('', 0));
  }

  private cookie(value: string, maxAgeSeconds: number): string {
    return setCookie({ name: this.name, value, maxAgeSeconds, sameSite: 'strict', secure: this.secure });
  }
}
