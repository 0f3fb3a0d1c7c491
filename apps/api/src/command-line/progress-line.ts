import type { ConsumerOverview } from '@linkage/contracts';

/** What is being built at this moment and how many wait; empty when nothing is. */
export function progressLine(consumers: readonly ConsumerOverview[]): string {
  const building = consumers.find(({ build }) => build?.state === 'building');
  if (!building?.build) return '';
  const { share, facts, factsPerSecond, secondsLeft } = building.build;
  const waiting = consumers.filter(({ build }) => build?.state === 'waiting').length;
  return [
    `${building.name}: ${share === null ? '' : `${Math.floor(share * 100)} %, `}${facts} facts, ${factsPerSecond} per second`,
    ...(secondsLeft === null ? [] : [`about ${secondsLeft} s left`]),
    ...(waiting > 0 ? [`${waiting} more ${waiting === 1 ? 'waits' : 'wait'}`] : []),
  ].join(', ');
}
