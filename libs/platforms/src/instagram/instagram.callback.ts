import type { CallbackAnswer, CallbackQuery } from '../connector';
import { refusalCode } from '../mapping/reading';

/**
 * What Instagram sent the creator's browser back with. The code ends in a literal `#_`, which some servers see as part
 * of it.
 */
export function readInstagramCallback(query: CallbackQuery): CallbackAnswer {
  const { error, error_reason: reason } = query;
  if (error === 'access_denied' && (reason === undefined || reason === 'user_denied')) return { denied: true };
  if (error !== undefined) return { refused: refusalCode(reason ?? error) };
  const code = query['code']?.replace(/#_$/, '') ?? '';
  return code === '' ? { refused: 'no-code' } : { code };
}
