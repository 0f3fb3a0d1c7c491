import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { ProblemException, Public } from '@linkage/http';
import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { PictureStore } from './picture-store.port';

/** What is in a picture runs nowhere, also where it is opened by itself. */
const POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

/** Names are random and stand only in answers to readers of the picture, so knowing one is the right to it. */
@ApiExcludeController()
@Public()
@Controller('pictures')
export class PicturesController {
  constructor(
    private readonly store: PictureStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get(':name')
  async show(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const picture = await this.store.read(name, this.clock.now());
    if (picture === undefined)
      throw new ProblemException({ status: 404, code: 'not-found', detail: 'There is no such picture.' });
    await reply
      .headers({
        'content-type': picture.type,
        'content-security-policy': POLICY,
        'cross-origin-resource-policy': 'same-origin',
        // In this browser only, and no longer than a week: a person may be erased.
        'cache-control': 'private, max-age=604800, immutable',
      })
      .send(Buffer.from(picture.bytes));
  }
}
