import type { ImportProgress } from '@linkage/contracts';
import { formatExact } from '@linkage/ui';

/** What became of a file's rows, as it is shown. */
export interface ImportFigures {
  /** Rows whose e-mail has gone out, or will not. */
  readonly done: number;
  readonly isOver: boolean;
  readonly sentence: string;
}

const part = (count: number, words: string): string[] => (count === 0 ? [] : [`${formatExact(count)} ${words}`]);

export const figuresOf = ({ rows, states, already, finishedAt }: ImportProgress): ImportFigures => {
  const { sent, failed, waiting, sending, 'by-hand': byHand } = states;
  const isOver = finishedAt !== null && waiting + sending === 0;
  // A row that was withdrawn and invited again by another file counts there.
  const withdrawn = isOver ? rows - sent - failed - byHand - already : states.withdrawn;
  const done = sent + failed + withdrawn + byHand + already;
  const others = [
    ...part(waiting, 'waiting for the hourly limit'),
    ...part(failed, 'not sent'),
    ...part(withdrawn, 'withdrawn'),
    ...part(already, 'invited before'),
  ];
  if (byHand > 0) others.unshift(...part(byHand, 'to be sent by hand: copy their links'));
  const sentence = `${formatExact(sent)} of ${formatExact(rows)} e-mails sent${others.length > 0 ? `, ${others.join(', ')}` : ''}.`;
  return { done, isOver, sentence };
};
