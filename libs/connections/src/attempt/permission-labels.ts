/** Permissions as a person reads them; one that is not known (any more) by its own name. */
export const permissionLabels = (
  known: readonly { readonly scope: string; readonly label: string }[],
  scopes: readonly string[],
): string[] => scopes.map((scope) => known.find((permission) => permission.scope === scope)?.label ?? scope);
