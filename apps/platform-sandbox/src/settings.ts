import { ConfigError, Variables, type Environment } from '@linkage/settings';

/** What can be set from outside, checked. */
export interface SandboxSettings {
  /** 0: any free one. */
  readonly port: number;
  readonly host: string;
  readonly seed: string;
  /** undefined: a restart forgets how far the clock was moved. */
  readonly stateFile: string | undefined;
  /** undefined: browsers reach it at host and port. */
  readonly publicUrl: string | undefined;
  /** undefined: those of a Linkage on this machine. */
  readonly redirectUris: readonly string[] | undefined;
}

/** @throws ConfigError naming every bad variable and its cure */
export function readSandboxSettings(environment: Environment): SandboxSettings {
  const variables = new Variables(environment);
  const settings: SandboxSettings = {
    port: variables.port('SANDBOX_PORT', 3100, { orAny: true }),
    host: variables.host('SANDBOX_HOST', '127.0.0.1'),
    seed: variables.text('SANDBOX_SEED') ?? 'linkage',
    stateFile: variables.text('SANDBOX_STATE'),
    publicUrl: variables.origin('SANDBOX_PUBLIC_URL', null) ?? undefined,
    redirectUris: variables
      .text('SANDBOX_REDIRECT_URIS')
      ?.split(/[\s,]+/)
      .filter(Boolean),
  };
  if (variables.troubles.length > 0) throw new ConfigError(variables.troubles, 'The platform sandbox');
  return settings;
}
