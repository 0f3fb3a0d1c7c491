import 'reflect-metadata';
import { runCommandLine } from './command-line/run-command-line';
import { status } from './command-line/status.command-line';
import { explain } from './explained';

const lines = {
  out: (line: string): void => void process.stdout.write(`${line}\n`),
  err: (line: string): void => void process.stderr.write(`${line}\n`),
};

try {
  process.exitCode = await runCommandLine([status], process.argv.slice(2), process.env, lines);
} catch (error) {
  lines.err(explain(error));
  process.exitCode = 1;
}
