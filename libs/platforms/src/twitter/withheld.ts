import { readable } from '../answers';
import type { PlatformTrouble } from '../errors';
import { platformDown } from '../http';
import { isLoss, known, type Loss } from '../loss';
import type { AccountSession } from '../session';
import type { Problems, ReadPost } from './twitter.answers';

/** The last part of a problem's type. */
const kindOf = (type: string | undefined): string => type?.split('/').at(-1) ?? '';

const troubleOf = (kind: string, permission: string): PlatformTrouble => {
  if (kind === 'not-authorized-for-field' || kind === 'field-unauthorized' || kind === 'not-authorized-for-resource')
    return { outcome: 'permission-missing', permission };
  return kind === 'field-hydration-failure' || kind === 'internal-error'
    ? platformDown
    : { outcome: 'unexpected', reportId: '' };
};

/** Why a good answer is without a field, if it says so; undefined: there is nothing to say. */
export function withheldIn(session: AccountSession, call: string, errors: Problems, field: string): Loss | undefined {
  if (isLoss(errors)) return errors;
  const problem = readable(errors).items.find((each) =>
    [each.field, each.parameter, each.detail].some((said) => known(said)?.includes(field)),
  );
  if (problem === undefined) return undefined;
  const kind = kindOf(known(problem.type));
  return session.withheld(call, troubleOf(kind, field), `withholds ${field}`);
}

/**
 * Posts that a page should have and that X could not give this time. What is deleted or not to be seen is meant to be
 * missing.
 */
export function postsWithheldIn(
  session: AccountSession,
  call: string,
  errors: Problems,
  posts: readonly ReadPost[],
): Loss[] {
  if (isLoss(errors)) return [errors];
  const there = new Set(posts.map(({ id }) => known(id)));
  const lost = readable(errors).items.some(
    ({ type, resource_id: id }) => kindOf(known(type)) === 'internal-error' && !there.has(known(id)),
  );
  return lost ? [session.withheld(call, platformDown, 'could not give some posts')] : [];
}
