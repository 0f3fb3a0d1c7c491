import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { mapRecorded, UnknownCall } from '@linkage/platforms';
import { readArguments } from './arguments';
import { UsageError, type StandaloneCommandLine } from './command-line';

const options = {
  platform: { type: 'string' },
  call: { type: 'string' },
  file: { type: 'string' },
  status: { type: 'string', default: '200' },
} as const;

/** Needs neither a data folder nor a server: the platform's own connector reads the answer. */
export const mapPlatformBody: StandaloneCommandLine = {
  name: 'map-platform-body',
  usage: '--platform <id> --call "<GET /path>" --file <body.json> [--status 400]',
  summary:
    'What becomes of an answer of a platform that was recorded: what it gives, what it costs, and what users see',
  async runAlone(args, { out }) {
    const { values } = readArguments(args, options, 0);
    const { platform, call, file } = values;
    if (!platform || !call || !file) throw new UsageError('--platform, --call and --file are needed.');
    const status = Number(values.status);
    if (!Number.isInteger(status) || status < 200 || status > 599)
      throw new UsageError(`--status must be an HTTP status from 200 to 599, not "${values.status}".`);
    const body = await textOf(file);
    try {
      out(JSON.stringify(await mapRecorded({ platform, call, status, body }), null, 2));
      return 0;
    } catch (error) {
      throw error instanceof UnknownCall ? new UsageError(error.message) : error;
    }
  },
};

/** Where the command was called from, which is not where npm runs it. */
async function textOf(file: string): Promise<string> {
  const path = resolve(process.env['INIT_CWD'] ?? '.', file);
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new UsageError(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
}
