import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import { createPasswordLink } from './command-line/create-password-link.command-line';
import { createRegistrationLink } from './command-line/create-registration-link.command-line';
import { createWorkspaceCommand } from './command-line/create-workspace.command-line';
import { mapPlatformBody } from './command-line/map-platform-body.command-line';
import { operatorKeyCommand } from './command-line/operator-key.command-line';
import { parked } from './command-line/parked.command-line';
import { planCommand } from './command-line/plan.command-line';
import { projections } from './command-line/projections.command-line';
import { rebuildCommand } from './command-line/rebuild.command-line';
import { replayParked } from './command-line/replay-parked.command-line';
import { retry } from './command-line/retry.command-line';
import { runCommandLine } from './command-line/run-command-line';
import { erasePersonCommand } from './command-line/erase-person.command-line';
import { exportLogCommand } from './command-line/export-log.command-line';
import { hashReadModelsCommand } from './command-line/hash-read-models.command-line';
import { importLogCommand } from './command-line/import-log.command-line';
import { status } from './command-line/status.command-line';
import { verifyLogCommand } from './command-line/verify-log.command-line';
import { verifyVaultCommand } from './command-line/verify-vault.command-line';
import { explain } from './explain';

// Whatever is written from here on is for its owner only.
process.umask(0o077);

const lines = {
  out: (line: string): void => void process.stdout.write(`${line}\n`),
  err: (line: string): void => void process.stderr.write(`${line}\n`),
};

const programs = fileURLToPath(new URL('.', import.meta.url));

const commands = [
  status,
  operatorKeyCommand,
  createWorkspaceCommand(process.stdin),
  createRegistrationLink,
  createPasswordLink,
  planCommand,
  projections,
  rebuildCommand(programs),
  retry,
  parked,
  replayParked,
  verifyLogCommand,
  verifyVaultCommand,
  exportLogCommand,
  importLogCommand,
  hashReadModelsCommand,
  erasePersonCommand(programs),
  mapPlatformBody,
];

try {
  process.exitCode = await runCommandLine(commands, process.argv.slice(2), process.env, lines);
} catch (error) {
  lines.err(explain(error));
  process.exitCode = 1;
}
