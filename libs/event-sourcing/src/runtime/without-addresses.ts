const URL_TAIL = /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/@]*@)?([^\s/?#"'<>)\]]+)[^\s"'<>)\]]*/gi;
const E_MAIL = /[^\s<>"'(),;:/?#=&]+@[^\s<>"'(),;:/?#=&]*[^\s<>"'(),;:/?#=&.]/g;

/** Looking for addresses takes quadratic time. */
const LONGEST_MESSAGE = 2_000;

/** For errors of drivers and servers: an e-mail address is personal, a URL's path may be a creator's secret link. */
export const withoutAddresses = (message: string): string =>
  message.slice(0, LONGEST_MESSAGE).replace(URL_TAIL, '$1$2').replace(E_MAIL, '[e-mail]');
