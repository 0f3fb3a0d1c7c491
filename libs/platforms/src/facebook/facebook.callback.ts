import type { CallbackAnswer, CallbackQuery } from '../connector';
import { refusalCode } from '../mapping/reading';

/** What Facebook sent the creator's browser back with. Browsers may keep a literal `#_=_` at its end. */
export function readFacebookCallback(query: CallbackQuery): CallbackAnswer {
  const { error, error_reason: reason, error_code: number } = query;
  if (error === 'access_denied' && (reason === undefined || reason === 'user_denied')) return { denied: true };
  const refused = reason ?? error ?? number;
  if (refused !== undefined) return { refused: refusalCode(refused) };
  const code = query['code']?.replace(/#_=_$/, '') ?? '';
  return code === '' ? { refused: 'no-code' } : { code };
}
