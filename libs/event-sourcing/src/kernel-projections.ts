import { workspaceStreams } from './as-of/workspace-streams.projection';
import { boundCommands } from './runtime/bound-commands.projection';

/** Read models of the kernel itself, of no context. */
export const kernelProjections = [workspaceStreams, boundCommands] as const;
