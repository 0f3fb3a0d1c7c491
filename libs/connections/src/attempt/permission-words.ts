import type { MissingPermission } from '@linkage/contracts';
import type { Permission } from '@linkage/platform-guide';

type Words = Pick<Permission, 'scope' | 'label' | 'without'>;

/** Permissions as a person reads them, with what each costs; one that is not known (any more) by its own name. */
export const permissionWords = (known: readonly Words[], scopes: readonly string[]): MissingPermission[] =>
  scopes.map((scope) => {
    const permission = known.find((each) => each.scope === scope);
    return { label: permission?.label ?? scope, without: permission?.without ?? 'some figures stay empty' };
  });

/** Their names alone. */
export const permissionLabels = (known: readonly Words[], scopes: readonly string[]): string[] =>
  permissionWords(known, scopes).map(({ label }) => label);
