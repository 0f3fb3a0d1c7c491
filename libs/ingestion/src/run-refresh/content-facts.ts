import type { RefreshStarted } from '@linkage/published-facts';
import type { FiguresFact } from '../refresh/refresh.events';
import type { ContentChanges } from './content-changes';
import { inParts, mostDiscovered, mostMetrics } from './in-parts';

type About = Pick<RefreshStarted['data'], 'accountId' | 'invitationId' | 'platform' | 'refreshId'>;

/** What changed of the content as facts, none of them too long. Posts come before their figures. */
export const contentFacts = (about: About, changes: ContentChanges): FiguresFact[] => [
  ...inParts(changes.discovered, mostDiscovered).map((items): FiguresFact => ({
    type: 'ContentDiscovered',
    data: { ...about, items },
  })),
  ...inParts(changes.restored, mostMetrics).map((contentIds): FiguresFact => ({
    type: 'ContentRestored',
    data: { ...about, contentIds },
  })),
  ...inParts(changes.changed, mostDiscovered).map((part): FiguresFact => ({
    type: 'ContentChanged',
    data: { ...about, changes: part },
  })),
  ...inParts(changes.metrics, mostMetrics).map((metrics): FiguresFact => ({
    type: 'ContentMetricsCaptured',
    data: { ...about, metrics },
  })),
];
