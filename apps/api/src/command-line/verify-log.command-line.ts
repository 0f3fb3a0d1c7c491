import {
  inWords,
  verifyLog,
  type Finding,
  type Head,
  type LogVerdict,
  type WorkspaceVerdict,
} from '@linkage/event-sourcing';
import { openLog } from '../storage';
import { jsonOption, readArguments } from './arguments';
import { UsageError, type CommandLine, type Lines } from './command-line';
import { progress } from './progress';

const HEAD = /^(.+):(\d+):([\w-]{43})$/;

function readHead(text: string): Head {
  const [, workspaceId, count, hash] = HEAD.exec(text) ?? [];
  if (workspaceId === undefined || hash === undefined)
    throw new UsageError(`"${text}" is no head. Give one as this command prints it: <workspace>:<count>:<hash>`);
  return { workspaceId, count: Number(count), hash };
}

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function tellWorkspace(
  { head: { workspaceId, count, hash }, sealed }: WorkspaceVerdict,
  broken: boolean,
): readonly string[] {
  const open = count - sealed;
  const tail =
    open === 0
      ? 'all sealed and unchanged'
      : `${sealed} sealed and unchanged, the newest ${open} ${open === 1 ? 'is' : 'are'} not sealed yet`;
  return [
    `${workspaceId}:${count}:${hash}`,
    `  ${plural(count, 'fact')}, ${broken ? `${sealed} of them sealed and unchanged up to the first that is wrong` : tail}`,
  ];
}

const tellFinding = ({ workspaceId, damage, fact, note }: Finding): string =>
  `BROKEN ${workspaceId ?? 'unknown workspace'}: ${damage}${fact ? `: ${inWords(fact)}.` : '.'} ${note}`;

function tell({ workspaces, findings }: LogVerdict, { out }: Lines): void {
  const broken = new Set(findings.filter(({ fact }) => fact !== null).map(({ workspaceId }) => workspaceId));
  for (const workspace of workspaces)
    for (const line of tellWorkspace(workspace, broken.has(workspace.head.workspaceId))) out(line);
  for (const finding of findings) out(tellFinding(finding));
  const facts = workspaces.reduce((sum, { head }) => sum + head.count, 0);
  if (findings.length === 0)
    out(`Nothing is wrong with ${plural(facts, 'fact')} of ${plural(workspaces.length, 'workspace')}.`);
}

/** Also beside a running server. */
export const verifyLogCommand: CommandLine = {
  name: 'verify-log',
  usage: '[--expect <workspace>:<count>:<hash>]… [--json]',
  summary: 'Were facts in the log changed, removed, added or moved? Names the first in each workspace',
  async run(config, args, lines) {
    const { values } = readArguments(
      args,
      { expect: { type: 'string', multiple: true, default: [] }, ...jsonOption },
      0,
    );
    const expected = values.expect.map(readHead);
    const log = await openLog(config, { readOnly: true, exact: true });
    try {
      const verdict = await verifyLog(log, { expected, onProgress: progress(lines.err, 'verified') });
      if (values.json) lines.out(JSON.stringify(verdict));
      else tell(verdict, lines);
      return verdict.findings.length === 0 ? 0 : 1;
    } finally {
      await log.close();
    }
  },
};
