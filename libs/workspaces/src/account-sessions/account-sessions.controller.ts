import type { MemberSessionList } from '@linkage/contracts';
import { DomainError } from '@linkage/event-sourcing';
import { CurrentMember, type SignedInMember } from '@linkage/http';
import { Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MemberSessions } from '../session/member-sessions.service';
import { SessionCookies } from '../session/session-cookies.service';

const iso = (ms: number): string => new Date(ms).toISOString();

/** Where a member is signed in. */
@ApiTags('workspaces')
@Controller('account/sessions')
export class AccountSessionsController {
  constructor(
    private readonly sessions: MemberSessions,
    private readonly cookies: SessionCookies,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Where the member is signed in' })
  async list(
    @CurrentMember() { memberId }: SignedInMember,
    @Req() request: FastifyRequest,
  ): Promise<MemberSessionList> {
    const token = this.cookies.tokenOf(request);
    const own = token === undefined ? null : MemberSessions.idOf(token);
    const sessions = await this.sessions.list(memberId);
    return {
      sessions: sessions.map(({ sessionId, browser, startedAt, usedAt }) => ({
        sessionId,
        browser,
        startedAt: iso(startedAt),
        usedAt: iso(usedAt),
        current: sessionId === own,
      })),
    };
  }

  @Post(':id/end')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out elsewhere', description: 'Ends one session of the member, at once.' })
  async end(@Param('id') sessionId: string, @CurrentMember() { memberId }: SignedInMember): Promise<void> {
    if (!(await this.sessions.end(memberId, sessionId)))
      throw new DomainError('not-found', 'not-found', 'This session has ended already.');
  }
}
