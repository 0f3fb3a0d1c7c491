import { CommandHandling } from '@linkage/event-sourcing';
import { Installation, systemContext } from '@linkage/http';
import { Logger, type OnModuleDestroy } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Credentials } from '../workspace/credentials.service';
import { RateLimits } from '../workspace/rate-limits.service';
import { RegistrationCompletion } from '../workspace/registration-completion.service';
import { noMailServer } from '../workspace/workspace.errors';
import { workspace, workspaceStream } from '../workspace/workspace';
import { RequestPasswordReset } from './request-password-reset.command';
import { requestPasswordReset } from './request-password-reset';

/**
 * The answer is given before anything is looked up: neither it nor its time tells whether the e-mail is known. A crash
 * in that moment forgets the request, and the person asks again.
 */
@CommandHandler(RequestPasswordReset)
export class RequestPasswordResetHandler implements ICommandHandler<RequestPasswordReset>, OnModuleDestroy {
  private readonly logger = new Logger('RequestPasswordReset');
  private readonly underWay = new Set<Promise<void>>();

  constructor(
    private readonly limits: RateLimits,
    private readonly credentials: Credentials,
    private readonly completion: RegistrationCompletion,
    private readonly commands: CommandHandling,
    private readonly installation: Installation,
  ) {}

  async execute({ email, address }: RequestPasswordReset): Promise<void> {
    if (!this.installation.sendsMail) throw noMailServer();
    await this.limits.countRegistration(address);
    const place = await this.credentials.placeOf(email);
    await this.limits.countMailTo(place);
    setImmediate(() => this.inBackground(place));
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.underWay);
  }

  private inBackground(place: string): void {
    const work = this.ask(place)
      .catch((error: unknown) => this.logger.error({ msg: 'a password reset was not asked for', err: error }))
      .finally(() => this.underWay.delete(work));
    this.underWay.add(work);
  }

  private async ask(place: string): Promise<void> {
    const credential = await this.credentials.get(place);
    if (!credential) return;
    await this.completion.complete(place, credential);
    await this.commands.handle({
      stream: workspaceStream(credential.workspaceId),
      decider: workspace,
      context: systemContext(credential.workspaceId, 'password-reset'),
      decide: (state) => requestPasswordReset(credential, state),
    });
  }
}
