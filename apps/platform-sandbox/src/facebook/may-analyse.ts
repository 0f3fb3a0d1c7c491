import { followersAt } from '../world/growth';
import type { PageCall } from './call';

const fewest = 100;

/**
 * Insights need the permission, a role that may analyse, and a Page with enough followers. Otherwise there are none,
 * and no word why.
 */
export const mayAnalyse = ({ token, login, page, sandbox, now }: PageCall): boolean =>
  token.scopes.includes('read_insights') &&
  (login.person.tasks ?? ['ANALYZE']).includes('ANALYZE') &&
  followersAt(sandbox.world.seed, page.person, now) >= fewest;
