import { isEmailAddress } from '@linkage/contracts';
import type { PersonSearchRequest } from '@linkage/contracts/requests';

const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** What was typed, as the server takes it: an id, an e-mail, or a name. */
export const personQuery = (typed: string, workspace: string): PersonSearchRequest => {
  const [text, within] = [typed.trim(), workspace.trim()];
  if (id.test(text)) return { id: text.toLowerCase() };
  return { ...(isEmailAddress(text) ? { email: text } : { name: text }), ...(within !== '' && { workspace: within }) };
};
