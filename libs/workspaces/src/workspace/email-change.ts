import type { EmailChange } from './workspace';

const DAY_MS = 24 * 3_600_000;

/** In days: how long the reader of the former address is waited for, and how long a change is open. */
export const WAIT_DAYS = 7;
export const OPEN_DAYS = 14;

export const waitEnds = (now: Date): string => new Date(now.getTime() + WAIT_DAYS * DAY_MS).toISOString();
export const openUntil = (now: Date): string => new Date(now.getTime() + OPEN_DAYS * DAY_MS).toISOString();

/** The change that is open now. */
export const openChange = (change: EmailChange | null | undefined, now: Date): EmailChange | null =>
  change && Date.parse(change.until) > now.getTime() ? change : null;

/**
 * Nothing more is waited for: the new address is confirmed, and so is the former one, or the member finished without
 * its reader.
 */
export const isSettled = ({ confirmed, confirmsFormer }: EmailChange): boolean =>
  confirmed.includes('new') && (!confirmsFormer || confirmed.includes('former') || confirmed.includes('member'));

/** Whether the member may finish without the reader of the former address. */
export const mayFinishAlone = (change: EmailChange, now: Date): boolean =>
  change.confirmed.includes('new') && !isSettled(change) && Date.parse(change.aloneFrom) <= now.getTime();
