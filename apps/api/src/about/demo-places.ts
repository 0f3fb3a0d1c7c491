import type { About } from '@linkage/contracts';

/** The pages that only a demo has. */
export type DemoPlaces = Pick<About, 'mailboxUrl' | 'sandboxUrl'>;

export const DEMO_PLACES = Symbol('DemoPlaces');
