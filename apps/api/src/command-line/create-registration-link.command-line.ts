import type { OneTimeLink } from '@linkage/contracts';
import { RegistrationLinkRequest } from '@linkage/contracts/requests';
import { InviteToRegister } from '@linkage/workspaces';
import { jsonOption, readArguments } from './arguments';
import { checkedRequest } from './checked-request';
import type { CommandLine } from './command-line';
import { askServer } from './ask-server';
import { withWorkspaces } from './with-workspaces';

const DAYS = 7;

/** On the running server; without one, in the stores. */
export const createRegistrationLink: CommandLine = {
  name: 'create-registration-link',
  usage: '[--days <1 to 30>] [--json]',
  summary: 'A link with which one workspace can be registered, where LINKAGE_REGISTRATION is invite',
  async run(config, args, { out, err }) {
    const { values } = readArguments(args, { days: { type: 'string', default: String(DAYS) }, ...jsonOption }, 0);
    const asked = await checkedRequest(RegistrationLinkRequest, { days: Number(values.days) });
    const link =
      (await askServer<OneTimeLink>(config, 'POST', '/api/operator/registration-links', asked)) ??
      (await withWorkspaces(config, (workspaces) => workspaces.invite(new InviteToRegister(asked.days ?? DAYS))));
    if (values.json) out(JSON.stringify(link));
    else {
      out(link.url);
      err(`It works once, until ${link.expiresAt}. Its holder may register a workspace.`);
    }
    return 0;
  },
};
