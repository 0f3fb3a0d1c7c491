import type { SignedInCheck, SignedInMember } from '@linkage/http';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { SessionCookies } from '../session/session-cookies.service';
import { SessionEnds } from '../session/session-ends.service';
import { Sessions } from '../session/sessions.service';
import { SignedInCache } from '../session/signed-in-cache.service';
import { Members } from '../workspace/members.service';

/** The member that sends a request, by its session cookie. */
@Injectable()
export class SignedInReader implements SignedInCheck {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly sessions: Sessions,
    private readonly cache: SignedInCache,
    private readonly members: Members,
    private readonly ends: SessionEnds,
  ) {}

  /** undefined: no session. `renewed`: the browser must be told that its session lives longer now. */
  async read(
    request: FastifyRequest,
  ): Promise<{ member: SignedInMember; renewed?: { token: string; lastsMs: number } } | undefined> {
    const token = this.cookies.tokenOf(request);
    if (!token) return undefined;
    const known = this.cache.find(token);
    if (known !== undefined) return known ? { member: known } : undefined;
    const session = await this.sessions.use(token);
    const member = session && (await this.members.find(session.owner.workspaceId, session.owner.memberId));
    if (!member) return undefined;
    this.cache.remember(token, member);
    return session.lastsMs === undefined ? { member } : { member, renewed: { token, lastsMs: session.lastsMs } };
  }

  recall(request: FastifyRequest): SignedInMember | undefined {
    const token = this.cookies.tokenOf(request);
    return (token && this.cache.find(token)) || undefined;
  }

  whenEnded(request: FastifyRequest, ended: () => void): () => void {
    const token = this.cookies.tokenOf(request);
    return token === undefined ? () => undefined : this.ends.watch(token, ended);
  }

  /** Without using the session: only an answer that can set the cookie may make it longer. */
  async holds(request: FastifyRequest): Promise<boolean> {
    const token = this.cookies.tokenOf(request);
    if (!token) return false;
    const known = this.cache.find(token);
    if (known !== undefined) return known !== null;
    const owner = await this.sessions.find(token);
    return owner !== undefined && (await this.members.find(owner.workspaceId, owner.memberId)) !== undefined;
  }
}
