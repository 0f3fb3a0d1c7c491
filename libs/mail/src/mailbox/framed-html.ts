/**
 * The policy under which a mail's HTML is shown: a document of no origin that runs nothing and loads nothing. Mails are
 * styled inline, so styles may be; links open pages of their own, outside the sandbox.
 */
export const framePolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/**
 * Every link opens in a new tab that knows nothing of this one. Of two attributes of one name browsers take the first.
 */
export const framedHtml = (html: string): string =>
  html.replace(/<(a|area)(?=\s)/gi, '<$1 target="_blank" rel="noopener noreferrer"');
