import type { OneTimeLink, WorkspaceCreated } from '@linkage/contracts';
import { CreateWorkspaceRequest, RegistrationLinkRequest } from '@linkage/contracts/requests';
import { Public } from '@linkage/http';
import { CreateWorkspace, InviteToRegister } from '@linkage/workspaces';
import { Body, Controller, Header, Logger, Post, UseGuards } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ForOperator, OperatorGuard } from './operator.guard';

/** How long a registration link opens unless it is said otherwise. */
const DAYS = 7;

/** How people get in where registration is not open. */
@ApiTags('operator')
@Public()
@ForOperator()
@UseGuards(OperatorGuard)
@Controller('operator')
export class OperatorWorkspacesController {
  private readonly logger = new Logger('Operator');

  constructor(private readonly commands: CommandBus) {}

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
