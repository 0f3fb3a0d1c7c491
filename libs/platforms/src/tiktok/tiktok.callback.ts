import type { CallbackAnswer, CallbackQuery } from '../connector';
import { refusalCode } from '../mapping/reading';

/** What TikTok sent the creator's browser back with. */
export function readTiktokCallback(query: CallbackQuery): CallbackAnswer {
  const { error, code } = query;
  if (error === 'access_denied') return { denied: true };
  if (error !== undefined) return { refused: refusalCode(error) };
  return code ? { code } : { refused: 'no-code' };
}
