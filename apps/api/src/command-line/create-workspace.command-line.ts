import { text } from 'node:stream/consumers';
import type { WorkspaceCreated } from '@linkage/contracts';
import { CreateWorkspaceRequest } from '@linkage/contracts/requests';
import { CreateWorkspace } from '@linkage/workspaces';
import { jsonOption, readArguments } from './arguments';
import { checkedRequest } from './checked-request';
import { UsageError, type CommandLine } from './command-line';
import { askServer } from './ask-server';
import { withWorkspaces } from './with-workspaces';

const options = {
  workspace: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  'password-stdin': { type: 'boolean', default: false },
  ...jsonOption,
} as const;

/** On the running server; without one, in the stores. */
export const createWorkspaceCommand = (input: NodeJS.ReadableStream): CommandLine => ({
  name: 'create-workspace',
  usage: '--workspace <name> --name <name> --email <e-mail> [--password-stdin] [--json]',
  summary: 'Make a workspace and its first member, who chooses a password through a link that is printed',
  async run(config, args, { out, err }) {
    const { values } = readArguments(args, options, 0);
    const { workspace: workspaceName, name, email } = values;
    if (workspaceName === undefined || name === undefined || email === undefined)
      throw new UsageError('Give --workspace, --name and --email.');
    const password = values['password-stdin'] ? (await text(input)).replace(/\r?\n$/, '') : undefined;
    const asked = await checkedRequest(CreateWorkspaceRequest, {
      workspaceName,
      name,
      email,
      ...(password !== undefined && { password }),
    });
    const created =
      (await askServer<WorkspaceCreated>(config, 'POST', '/api/operator/workspaces', asked)) ??
      (await withWorkspaces(config, (workspaces) => workspaces.create(new CreateWorkspace(asked, password))));
    if (values.json) out(JSON.stringify(created));
    else if (created.passwordLink) {
      out(created.passwordLink.url);
      err(`Send this link to ${email}: it lets them choose a password, once, until ${created.passwordLink.expiresAt}.`);
      err('Lost or expired? Run the same command again.');
    } else out(`${email} can sign in at ${config.publicUrl}/sign-in.`);
    return 0;
  },
});
