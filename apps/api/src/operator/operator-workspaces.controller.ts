import type { OneTimeLink, OperatorWorkspaces, PlanChanged, WorkspaceCreated } from '@linkage/contracts';
import { STAGING } from '@linkage/contracts';
import {
  ChangePlanRequest,
  CreateWorkspaceRequest,
  FindWorkspacesRequest,
  PasswordLinkRequest,
  RegistrationLinkRequest,
} from '@linkage/contracts/requests';
import { CLOCK, type Clock } from '@linkage/event-sourcing';
import { ChangePlan, CreatePasswordLink, CreateWorkspace, InviteToRegister, ListWorkspaces } from '@linkage/workspaces';
import { Body, Controller, Get, Header, HttpCode, Inject, Logger, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import { ForOperator } from './operator.guard';

/** How long a registration link opens unless it is said otherwise. */
const DAYS = 7;
const DAY_MS = 86_400_000;

/** How people get in where registration is not open. */
@ForOperator()
@Controller('operator')
export class OperatorWorkspacesController {
  private readonly logger = new Logger('Operator');

  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('workspaces')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ summary: 'The first 100 workspaces by name, with what each may use' })
  async list(@Query() { search }: FindWorkspacesRequest): Promise<OperatorWorkspaces> {
    return { workspaces: await this.queries.execute(new ListWorkspaces(search)) };
  }

  @Post('workspaces/:id/plan')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Grant production access, or prolong staging access',
    description: 'Production access is for good. `days`: staging access ends that many days from now.',
  })
  async changePlan(
    @Param('id') workspaceId: string,
    @Body() { plan, days = STAGING.days }: ChangePlanRequest,
  ): Promise<PlanChanged> {
    const until = new Date(this.clock.now().getTime() + days * DAY_MS).toISOString();
    const change = plan === 'production' ? { plan } : { plan, until };
    const changed = await this.commands.execute(new ChangePlan(workspaceId, change));
    this.logger.log({ msg: 'the operator changed a plan', ...changed });
    return changed;
  }

  @Post('workspaces')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Make a workspace for its first member',
    description: 'Without a password the answer has a link to choose one, once. 409 email-already-registered.',
  })
  async create(@Body() { workspaceName, name, email, password }: CreateWorkspaceRequest): Promise<WorkspaceCreated> {
    const created = await this.commands.execute(new CreateWorkspace({ workspaceName, name, email }, password));
    this.logger.log({ msg: 'the operator made a workspace', workspaceId: created.workspaceId });
    return created;
  }

  @Post('password-links')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Make a link with which a member chooses another password',
    description: 'It works once, for a day, ends all other sessions of the member, and stands in the history.',
  })
  async passwordLink(@Body() { email }: PasswordLinkRequest): Promise<OneTimeLink> {
    const link = await this.commands.execute(new CreatePasswordLink(email));
    this.logger.log({ msg: 'the operator made a link for a password', expiresAt: link.expiresAt });
    return link;
  }

  @Post('registration-links')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({
    summary: 'Make a link with which one workspace can be registered',
    description: 'Where LINKAGE_REGISTRATION is `invite`. It works once, for 7 days or as many as are given.',
  })
  async invite(@Body() { days = DAYS }: RegistrationLinkRequest): Promise<OneTimeLink> {
    const link = await this.commands.execute(new InviteToRegister(days));
    this.logger.log({ msg: 'the operator made a registration link', expiresAt: link.expiresAt });
    return link;
  }
}
