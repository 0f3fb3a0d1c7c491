import type { Clock } from '../facts/clock.port';
import { wantedMoment } from './read-as-of';

/** So that "has this story expired?" is answered as of the moment of `readAsOf`. */
export const clockAsOf = <AnyClock extends Clock>(clock: AnyClock): AnyClock => {
  const now = (): Date => {
    const past = wantedMoment();
    return past === null ? clock.now() : new Date(past.moment);
  };
  return new Proxy(clock, {
    get: (target, name) => (name === 'now' ? now : bound(Reflect.get(target, name, target), target)),
  });
};

const bound = (member: unknown, clock: object): unknown =>
  typeof member === 'function' ? (member.bind(clock) as unknown) : member;
