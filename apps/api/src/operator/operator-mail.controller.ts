import type { MailChecked, MailTested, OperatorMail } from '@linkage/contracts';
import { CheckMailRequest, TestMailRequest } from '@linkage/contracts/requests';
import { Installation } from '@linkage/http';
import { MailCheck } from '@linkage/mail';
import { Body, Controller, Get, Header, HttpCode, Logger, Post } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { ForOperator } from './operator.guard';

/** Whether mails go out as they should, and what helps. No secret of the settings is shown. */
@ForOperator()
@Controller('operator/mail')
export class OperatorMailController {
  private readonly logger = new Logger('Operator');

  constructor(
    private readonly mails: MailCheck,
    private readonly installation: Installation,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'How mails go out' })
  settings(): OperatorMail {
    return this.mails.settings();
  }

  @Post('check')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Speak with the mail server, and look at the records of the sender in DNS',
    description:
      'SPF, DKIM, DMARC, and where mails come back to. `selector`: of the DKIM key; without it usual ones are tried.',
  })
  check(@Body() { selector }: CheckMailRequest): Promise<MailChecked> {
    return this.mails.check(selector ?? null, this.installation.publicUrl);
  }

  @Post('test')
  @HttpCode(200)
  @ApiOperation({ summary: 'Send a mail the way that invites go' })
  async test(@Body() { to }: TestMailRequest): Promise<MailTested> {
    const tested = await this.mails.test(to, this.installation.publicUrl);
    this.logger.log({ msg: 'the operator sent a test mail', taken: tested.taken });
    return tested;
  }
}
