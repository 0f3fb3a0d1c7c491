import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { peopleInLog } from '@linkage/event-sourcing';
import { openVault, type Vault, type VaultVerdict } from '@linkage/vault';
import type { Config } from '../config';
import { openLog } from '../storage';
import { jsonOption, readArguments } from './arguments';
import type { CommandLine, Lines } from './command-line';
import { progress } from './progress';

/** What became of the keys of the people whose facts are in the log. */
interface KeysOfPeople {
  readonly people: number;
  readonly erased: number;
  readonly missing: number;
  readonly damaged: number;
}

type Verdict = VaultVerdict & { readonly keys: KeysOfPeople };

/** Kinds of records as an operator knows them. */
const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  'subject-key': ['key of a person', 'keys of people'],
  'erased-subject': ['mark of an erased person', 'marks of erased people'],
  grant: ['access grant of an account', 'access grants of accounts'],
  'workspace-key': ['key of a workspace', 'keys of workspaces'],
  'installation-key': ['key of this installation', 'keys of this installation'],
  'secret:session': ['session', 'sessions'],
  'secret:credential': ['sign-in of a member', 'sign-ins of members'],
  'secret:pending-authorization': ['connection under way', 'connections under way'],
  erasures: ['count of erasures', 'counts of erasures'],
};

const counted = (kind: string, count: number): string =>
  `${count} ${kinds[kind]?.[count === 1 ? 0 : 1] ?? `${count === 1 ? 'record' : 'records'} of the kind ${kind}`}`;

const isWhole = ({ damaged, file, keys }: Verdict): boolean =>
  damaged.length === 0 && file.length === 0 && keys.missing === 0 && keys.damaged === 0;

const restore = 'Stop Linkage and restore the newest backup of the data folder (docs/running.md, Restore).';

function* sentences(verdict: Verdict): Generator<string> {
  const { kinds: found, damaged, file, keys } = verdict;
  for (const [kind, count] of Object.entries(found)) yield `  ${counted(kind, count)}`;
  for (const line of file) yield `BROKEN vault.db: ${line}.`;
  for (const { kind, records } of damaged)
    yield `BROKEN ${counted(kind, records)} ${records === 1 ? 'is' : 'are'} not what was written.`;
  if (keys.damaged > 0)
    yield `BROKEN The keys of ${keys.damaged} of ${keys.people} people in the log do not open: their data cannot be read.`;
  if (keys.missing > 0)
    yield `BROKEN The keys of ${keys.missing} of ${keys.people} people in the log are missing, though they were not erased: vault.db is older than the log, or of another installation.`;
  yield isWhole(verdict)
    ? `Nothing is wrong with ${verdict.records} ${verdict.records === 1 ? 'record' : 'records'}, and the keys of all ${keys.people} people in the log are there${keys.erased > 0 ? ` or were erased (${keys.erased})` : ''}.`
    : restore;
}

async function keysOf(people: ReadonlySet<string>, { check }: Vault): Promise<KeysOfPeople> {
  const counts = { opens: 0, erased: 0, missing: 0, damaged: 0 };
  for (const subject of people) counts[await check.keyOf(subject)] += 1;
  return { people: people.size, erased: counts.erased, missing: counts.missing, damaged: counts.damaged };
}

async function verdictOn(config: Config, { err }: Lines): Promise<Verdict> {
  const vault = openVault({ directory: config.dataDirectory, masterKey: config.masterKey });
  try {
    const log = await openLog(config, { readOnly: true });
    try {
      const people = await peopleInLog(log, progress(err, 'looked through'));
      return { ...(await vault.check.verify()), keys: await keysOf(people, vault) };
    } finally {
      await log.close();
    }
  } finally {
    vault.close();
  }
}

/** Also beside a running server. Tells kinds and counts, never an id or a secret. */
export const verifyVaultCommand: CommandLine = {
  name: 'verify-vault',
  usage: '[--json]',
  summary: 'Are the secrets and keys in vault.db what was written, and is the key of each person in the log there?',
  async run(config, args, lines) {
    const { values } = readArguments(args, jsonOption, 0);
    const file = join(config.dataDirectory, 'vault.db');
    if (!existsSync(file)) {
      lines.err(
        `There is no ${file}. Nothing has run there yet, or it is lost; LINKAGE_DATA says where the data folder is.`,
      );
      return 1;
    }
    const verdict = await verdictOn(config, lines);
    if (values.json) lines.out(JSON.stringify({ ...verdict, ok: isWhole(verdict) }));
    else for (const line of sentences(verdict)) lines.out(line);
    return isWhole(verdict) ? 0 : 1;
  },
};
