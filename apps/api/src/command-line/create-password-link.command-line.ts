import type { OneTimeLink } from '@linkage/contracts';
import { PasswordLinkRequest } from '@linkage/contracts/requests';
import { CreatePasswordLink } from '@linkage/workspaces';
import { jsonOption, readArguments } from './arguments';
import { checkedRequest } from './checked-request';
import { UsageError, type CommandLine } from './command-line';
import { askServer } from './ask-server';
import { withWorkspaces } from './with-workspaces';

/** On the running server; without one, in the stores. */
export const createPasswordLink: CommandLine = {
  name: 'create-password-link',
  usage: '--email <e-mail> [--json]',
  summary: 'A link with which a member who has forgotten the password chooses another one',
  async run(config, args, { out, err }) {
    const { values } = readArguments(args, { email: { type: 'string' }, ...jsonOption }, 0);
    if (values.email === undefined) throw new UsageError('Give --email.');
    const asked = await checkedRequest(PasswordLinkRequest, { email: values.email });
    const link =
      (await askServer<OneTimeLink>(config, 'POST', '/api/operator/password-links', asked)) ??
      (await withWorkspaces(config, (workspaces) => workspaces.passwordLink(new CreatePasswordLink(asked.email))));
    if (values.json) out(JSON.stringify(link));
    else {
      out(link.url);
      err(`Give this link to the member themselves: it works once, until ${link.expiresAt}, and ends all sessions.`);
    }
    return 0;
  },
};
