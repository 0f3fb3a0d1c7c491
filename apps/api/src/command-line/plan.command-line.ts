import { STAGING, type OperatorWorkspace, type OperatorWorkspaces, type PlanChanged } from '@linkage/contracts';
import { ChangePlanRequest } from '@linkage/contracts/requests';
import { ChangePlan, ListWorkspaces } from '@linkage/workspaces';
import type { Config } from '../config';
import { jsonOption, readArguments } from './arguments';
import { askServer } from './ask-server';
import { checkedRequest } from './checked-request';
import { type CommandLine, UsageError } from './command-line';
import { alignedColumns } from './consumers-table';
import { withWorkspaces } from './with-workspaces';

const DAY_MS = 86_400_000;

const options = {
  workspace: { type: 'string' },
  days: { type: 'string', default: String(STAGING.days) },
  ...jsonOption,
} as const;

/** On the running server; without one, in the stores. */
export const planCommand: CommandLine = {
  name: 'plan',
  usage:
    '[grant production --workspace <id or name> | prolong staging --workspace <id or name> [--days <days>]] [--json]',
  summary: 'What each workspace may use: list, grant production access, prolong staging access',
  async run(config, args, { out }) {
    const { values, words } = readArguments(args, options, 0, 2);
    const action = words.join(' ');
    if (action !== '' && action !== 'grant production' && action !== 'prolong staging')
      throw new UsageError('Say "grant production" or "prolong staging", or nothing for a list.');
    if (action === '') {
      const found = await workspaces(config, values.workspace);
      for (const line of values.json ? [JSON.stringify({ workspaces: found })] : table(found)) out(line);
      return 0;
    }
    if (values.workspace === undefined) throw new UsageError('Give --workspace, an id or a name.');
    const asked = await checkedRequest(
      ChangePlanRequest,
      action === 'grant production' ? { plan: 'production' } : { plan: 'staging', days: Number(values.days) },
    );
    const { workspaceId, name } = one(await workspaces(config, values.workspace), values.workspace);
    const changed = await change(config, workspaceId, asked);
    if (values.json) out(JSON.stringify(changed));
    else if (changed.plan === 'production') out(`${name} has production access.`);
    else out(`Staging access of ${name} ends at ${changed.stagingEndsAt}.`);
    return 0;
  },
};

async function workspaces(config: Config, search: string | undefined): Promise<readonly OperatorWorkspace[]> {
  const path = `/api/operator/workspaces${search === undefined ? '' : `?search=${encodeURIComponent(search)}`}`;
  return (
    (await askServer<OperatorWorkspaces>(config, 'GET', path))?.workspaces ??
    (await withWorkspaces(config, (by) => by.list(new ListWorkspaces(search))))
  );
}

const one = (found: readonly OperatorWorkspace[], asked: string): OperatorWorkspace => {
  const exact = found.filter(({ name, workspaceId }) => name === asked || workspaceId === asked);
  const [only, ...others] = exact.length > 0 ? exact : found;
  if (!only) throw new UsageError(`There is no workspace called ${asked}.`);
  if (others.length > 0)
    throw new UsageError(
      `Several workspaces are meant by ${asked}. Give the id:\n${table([only, ...others]).join('\n')}`,
    );
  return only;
};

async function change(config: Config, workspaceId: string, { plan, days }: ChangePlanRequest): Promise<PlanChanged> {
  const path = `/api/operator/workspaces/${workspaceId}/plan`;
  const until = new Date(Date.now() + (days ?? STAGING.days) * DAY_MS).toISOString();
  const wanted = plan === 'production' ? { plan } : { plan, until };
  return (
    (await askServer<PlanChanged>(config, 'POST', path, { plan, ...(days !== undefined && { days }) })) ??
    withWorkspaces(config, (by) => by.changePlan(new ChangePlan(workspaceId, wanted)))
  );
}

const table = (found: readonly OperatorWorkspace[]): readonly string[] =>
  alignedColumns([
    ['WORKSPACE', 'NAME', 'REGISTERED', 'PLAN', 'STAGING ENDS'],
    ...found.map(({ workspaceId, name, registeredAt, plan, stagingEndsAt }) => [
      workspaceId,
      name,
      registeredAt.slice(0, 10),
      plan,
      stagingEndsAt?.slice(0, 10) ?? '-',
    ]),
  ]);
