/** Ends of sentences are no part of an address. */
const URL_TAIL = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/@]*@)?([^\s/?#"'<>)\]]+)[^\s"'<>)\]]*/gi;
const E_MAIL = /[^\s<>"'(),;:/?#=&]+@[^\s<>"'(),;:/?#=&]*[^\s<>"'(),;:/?#=&.]/g;

/** What an error says behind it tells nobody more; looking for addresses takes time by the square of the length. */
const LONGEST_MESSAGE = 2_000;

/**
 * What an error says, fit to be kept and shown: an e-mail address is a person's, and what follows the host of a URL may be a key, such as a creator's
 * link. A driver or a server may have written either.
 */
export const withoutAddresses = (message: string): string =>
  message.slice(0, LONGEST_MESSAGE).replace(URL_TAIL, '$1$2').replace(E_MAIL, '[e-mail]');
