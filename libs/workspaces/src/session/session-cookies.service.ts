import { Installation, isSecure, readCookie, setCookie } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { browserName } from './browser-name';
import { KnownBrowsers } from './known-browsers.service';
import type { SessionOwner } from './member-sessions.service';
import { Sessions } from './sessions.service';
import { SignedInCache } from './signed-in-cache.service';

/** The session's token on its way to and from the browser. `__Host-` ties the cookie to this host and to https. */
@Injectable()
export class SessionCookies {
  private readonly secure: boolean;
  private readonly name: string;

  constructor(
    installation: Installation,
    private readonly sessions: Sessions,
    private readonly cache: SignedInCache,
    private readonly browsers: KnownBrowsers,
  ) {
    this.secure = isSecure(installation);
    this.name = this.secure ? '__Host-linkage-session' : 'linkage-session';
  }

  tokenOf(request: FastifyRequest): string | undefined {
    return readCookie(request.headers.cookie, this.name);
  }

  /** Always a new session: one that the browser had before ends, so that it cannot have been planted. */
  async start(owner: SessionOwner, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.forget(request);
    const { token, lastsMs } = await this.sessions.start(owner, browserName(request.headers['user-agent'] ?? ''));
    this.send(reply, token, lastsMs);
    await this.browsers.remember(owner.memberId, request, reply);
  }

  async end(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    await this.forget(request);
    reply.header('set-cookie', this.cookie('', 0));
  }

  send(reply: FastifyReply, token: string, lastsMs: number): void {
    reply.header('set-cookie', this.cookie(token, Math.floor(lastsMs / 1000)));
  }

  private async forget(request: FastifyRequest): Promise<void> {
    const token = this.tokenOf(request);
    if (!token) return;
    await this.sessions.end(token);
    this.cache.forget(token);
  }

  private cookie(token: string, maxAgeSeconds: number): string {
    return setCookie({ name: this.name, value: token, maxAgeSeconds, sameSite: 'lax', secure: this.secure });
  }
}
