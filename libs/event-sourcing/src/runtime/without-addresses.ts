const URL_TAIL = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/@]*@)?([^\s/?#"'<>)\]]+)[^\s"'<>)\]]*/gi;
const E_MAIL = /[^\s<>"'(),;:/?#=&]+@[^\s<>"'(),;:/?#=&]*[^\s<>"'(),;:/?#=&.]/g;

/** Longer messages add nothing, and looking for addresses takes quadratic time. */
const LONGEST_MESSAGE = 2_000;

/**
 * Makes an error's message fit to be kept and shown: an e-mail address is personal, and the path of a URL may be a
 * secret, such as a creator's link. Drivers and servers write both into messages.
 */
export const withoutAddresses = (message: string): string =>
  message.slice(0, LONGEST_MESSAGE).replace(URL_TAIL, '$1$2').replace(E_MAIL, '[e-mail]');
