import type { Fact } from '../fact';
import { projection } from '../projection';

/** What the first command with a key asked for. */
export interface KnownCommand {
  readonly request: string;
}

/** One row per `Idempotency-Key` that came from outside, by what stands for it. */
export const boundCommands = projection<KnownCommand, Fact>({
  name: 'bound-commands',
  version: 1,
  streams: [''],
  on: 'any',
  fields: {},
  key: ({ command }) => command?.key ?? null,
  project: (row, { command }) => row ?? (command && { request: command.request }),
});
