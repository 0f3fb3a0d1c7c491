import type { Fact } from '../facts/fact';
import { projection } from '../read-models/projection';

export interface KnownCommand {
  readonly request: string;
}

export const boundCommands = projection<KnownCommand, Fact>({
  name: 'bound-commands',
  version: 1,
  streams: [''],
  on: 'any',
  fields: {},
  key: ({ command }) => command?.key ?? null,
  project: (row, { command }) => row ?? (command && { request: command.request }),
});
