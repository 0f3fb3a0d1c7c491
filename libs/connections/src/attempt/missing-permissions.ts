interface AskedPermission {
  readonly scope: string;
  readonly required: boolean;
}

interface MissingPermissions {
  /** Without one of these the account cannot be connected. */
  readonly required: readonly string[];
  /** Without one of these a section stays without figures. */
  readonly optional: readonly string[];
}

/** What was asked for and not granted, by the platform's names. Permissions granted beyond that do not matter. */
export const missingPermissions = (
  asked: readonly AskedPermission[],
  granted: readonly string[],
): MissingPermissions => {
  const missing = asked.filter(({ scope }) => !granted.includes(scope));
  return {
    required: missing.filter(({ required }) => required).map(({ scope }) => scope),
    optional: missing.filter(({ required }) => !required).map(({ scope }) => scope),
  };
};
