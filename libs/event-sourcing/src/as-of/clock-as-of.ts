import type { Clock } from '../clock.port';
import { wantedMoment } from './read-as-of';

/** The clock for queries: what they compute from "now" (has this story expired?) they compute from the moment that is looked back to. */
export const clockAsOf = (clock: Clock): Clock => ({
  now: () => (wantedMoment() === null ? clock.now() : new Date(wantedMoment()?.moment ?? NaN)),
  onMoved: (listener) => clock.onMoved(listener),
});
