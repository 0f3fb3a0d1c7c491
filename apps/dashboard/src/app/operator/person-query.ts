import type { PersonSearchRequest } from '@linkage/contracts/requests';

/** Earlier releases took for e-mails what now is none, such as `•zoe@meer.example`. */
const email = /^\S+@\S+\.\S+$/u;
const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;

/** What was typed, as the server takes it: an id, an e-mail, or a name. */
export const personQuery = (typed: string, workspace: string): PersonSearchRequest => {
  const [text, within] = [typed.trim(), workspace.trim()];
  if (id.test(text)) return { id: text.toLowerCase() };
  return { ...(email.test(text) ? { email: text } : { name: text }), ...(within !== '' && { workspace: within }) };
};
