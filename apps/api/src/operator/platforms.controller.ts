import {
  platformIds,
  type OperatorPlatforms,
  type PlatformCalls,
  type PlatformId,
  type PlatformSetupShown,
  type PlatformTested,
  type PlatformWebhook,
} from '@linkage/contracts';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { Installation, ProblemException } from '@linkage/http';
import { ShowDataAge } from '@linkage/ingestion';
import { platformData } from '@linkage/platform-guide';
import { connectorOf, PlatformRegistry, testCredentials } from '@linkage/platforms';
import { Controller, Get, Header, HttpCode, Inject, Logger, Param, Post } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiNotFoundResponse, ApiOperation } from '@nestjs/swagger';
import { webhookSetting } from '../config/webhook-secrets';
import { ForOperator } from './operator.guard';

/** The platforms for which the operator has an app of their own. */
export const OWN_APPS = Symbol('own apps');

const settingsOf = (platform: PlatformId): string[] =>
  ['CLIENT_ID', 'CLIENT_SECRET'].map((name) => `LINKAGE_${platform.toUpperCase()}_${name}`);

/** What the operator needs to have a platform, and whether it works. */
@ForOperator()
@Controller('operator/platforms')
export class PlatformsController {
  private readonly logger = new Logger('Operator');

  constructor(
    private readonly registry: PlatformRegistry,
    private readonly installation: Installation,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(OWN_APPS) private readonly ownApps: ReadonlySet<PlatformId>,
  ) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'Which platforms can be connected, and what the others are without' })
  async list(): Promise<OperatorPlatforms> {
    await this.registry.lookAtBudgets();
    return { platforms: await Promise.all(platformIds.map((platform) => this.setupOf(platform))) };
  }

  @Post(':platform/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Ask a platform whether it accepts the app',
    description: 'With a code that does not exist: a platform that only complains of the code knows the app.',
  })
  @ApiNotFoundResponse({ description: 'not-found' })
  async test(@Param('platform') name: string): Promise<PlatformTested> {
    const connector = this.registry.find(name);
    if (connector === undefined)
      throw new ProblemException({
        status: 404,
        code: 'not-found',
        detail: `There are no credentials for "${name}". Use one of ${this.registry.available.join(', ')}.`,
      });
    const { platform } = connector;
    const { verdict, reportId } = await testCredentials(connector, this.redirectUriOf(platform));
    this.logger.log({ msg: 'the operator asked a platform whether it accepts the app', platform, verdict });
    return { platform, verdict, report: reportId };
  }

  private async setupOf(platform: PlatformId): Promise<PlatformSetupShown> {
    return {
      platform,
      state: this.stateOf(platform),
      missing: this.ownApps.has(platform) ? [] : settingsOf(platform),
      redirectUri: this.redirectUriOf(platform),
      calls: this.callsOf(platform),
      webhook: this.webhookOf(platform),
      dataAge: await this.queries.execute(new ShowDataAge(platform)),
    };
  }

  private stateOf(platform: PlatformId): PlatformSetupShown['state'] {
    if (connectorOf[platform] === undefined) return 'not-built';
    if (this.ownApps.has(platform)) return 'own-app';
    return this.registry.find(platform) === undefined ? 'missing' : 'sandbox';
  }

  private callsOf(platform: PlatformId): PlatformCalls | null {
    const budget = this.registry.budgetOf(platform);
    if (budget === undefined) return null;
    const now = this.clock.now();
    const { calls: most, everyMs } = budget.most;
    return { most, everyMs, left: budget.left(now), refreshesFrom: budget.opensAt(now)?.toISOString() ?? null };
  }

  private webhookOf(platform: PlatformId): PlatformWebhook | null {
    if (platformData[platform].setup.webhook === undefined) return null;
    return { setting: webhookSetting(platform), isSet: this.registry.find(platform)?.webhook !== undefined };
  }

  private redirectUriOf(platform: PlatformId): string {
    return `${this.installation.publicUrl}/api/oauth/${platform}/callback`;
  }
}
