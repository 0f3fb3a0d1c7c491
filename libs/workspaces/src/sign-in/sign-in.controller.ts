import type { Session } from '@linkage/contracts';
import { SignInRequest } from '@linkage/contracts/requests';
import { checkShownWorkspace, CurrentMember, Public, type SignedInMember } from '@linkage/http';
import { Controller, Delete, Get, Header, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import { ApiBody, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { toSession } from '../session/session.mapper';
import { SessionCookies } from '../session/session-cookies.service';
import { PasswordGuard } from './password.guard';
import { SignedInReader } from './signed-in-reader.service';

@ApiTags('workspaces')
@Controller('session')
export class SignInController {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly signedIn: SignedInReader,
  ) {}

  @Post()
  @Public()
  @UseGuards(PasswordGuard)
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Sign in', description: 'Sets the session cookie.' })
  @ApiBody({ type: SignInRequest })
  async signIn(
    @CurrentMember() member: SignedInMember,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Session> {
    await this.cookies.start(member, request, reply);
    return toSession(member);
  }

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Who is signed in' })
  current(@CurrentMember() member: SignedInMember): Session {
    return toSession(member);
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out', description: 'Ends the session at once; does nothing when there is none.' })
  async signOut(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const known = await this.signedIn.read(request);
    if (known) checkShownWorkspace(request, known.member);
    await this.cookies.end(request, reply);
  }
}
