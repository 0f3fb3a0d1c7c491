import type { Erasure, PeopleFound } from '@linkage/contracts';
import { ErasureRequest, PersonSearchRequest } from '@linkage/contracts/requests';
import { ProblemException } from '@linkage/http';
import { PersonErasure } from '@linkage/privacy';
import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNotFoundResponse, ApiOperation } from '@nestjs/swagger';
import { ForOperator } from './operator.guard';

/**
 * Erasing a person who asks for it. The operator sees none of the person's data, only whom an e-mail or id stands for.
 */
@ForOperator()
@Controller('operator')
export class ErasureController {
  constructor(private readonly erasure: PersonErasure) {}

  @Post('people')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Who is meant by an id, an e-mail or a name, and what erasing them would end',
    description: 'Changes nothing. A POST, so that no e-mail stands in an address.',
  })
  async find(@Body() { id, email, name, workspace }: PersonSearchRequest): Promise<PeopleFound> {
    if (id) return { people: [...(await this.erasure.find({ id }))] };
    const within = { workspace: workspace || undefined };
    if (email) return { people: [...(await this.erasure.find({ email, ...within }))] };
    if (!name) throw ProblemException.invalid('email', 'Give an e-mail, a name, or the id of a person.');
    return { people: [...(await this.erasure.find({ name, ...within }))] };
  }

  @Post('erasures')
  @HttpCode(202)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Erase a person',
    description:
      'For good: accounts are disconnected, the key is deleted, the read models are built anew. Asking again does no harm.',
  })
  @ApiNotFoundResponse({ description: 'not-found' })
  erase(@Body() { subject }: ErasureRequest): Promise<Erasure> {
    return this.erasure.begin(subject);
  }

  @Get('erasures/:subject')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How the erasure of a person goes, and its certificate' })
  @ApiNotFoundResponse({ description: 'not-found' })
  look(@Param('subject') subject: string): Promise<Erasure> {
    return this.erasure.look(subject);
  }
}
