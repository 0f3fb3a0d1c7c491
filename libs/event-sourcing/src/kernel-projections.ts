import { workspaceStreams } from './time-travel/workspace-streams.projection';
import { boundCommands } from './bound-keys/bound-commands.projection';

export const kernelProjections = [workspaceStreams, boundCommands] as const;
