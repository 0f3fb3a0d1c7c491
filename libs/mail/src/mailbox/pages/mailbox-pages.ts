import Handlebars from 'handlebars';
import type { Correspondent, Message, MessageSummary } from '../mailbox';
import type { MessageParts } from '../message-parts';
import frame from './frame.hbs';
import list from './list.hbs';
import message from './message.hbs';
import notFound from './not-found.hbs';

export type MessageView = 'html' | 'text' | 'source';

/** Our files and nothing inline; the only frame is the mail itself. */
export const pagePolicy =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** More than a page is read for; the rest is behind "Whole source". */
const SOURCE_SHOWN = 200_000;

const environment = Handlebars.create();
environment.registerHelper('when', (iso: string) =>
  new Date(iso).toUTCString().replace(/^\w+, (.*):\d\d GMT$/, '$1 UTC'),
);
environment.registerHelper(
  'initial',
  ({ name, address }: Correspondent) =>
    (/[\p{L}\p{N}]/u.exec(name) ?? /./u.exec(address))?.[0].toLocaleUpperCase('en') ?? '',
);
environment.registerHelper('is', (left: unknown, right: unknown) => left === right);
environment.registerPartial('frame', frame);

const page = <Data extends object>(source: string): ((data: Data) => string) =>
  environment.compile<Data>(source, { strict: true, preventIndent: true });

/** `newest` is what the page compares with to see new mail; null: it does not look (an older page). */
export const listPage = page<{ messages: readonly MessageSummary[]; older: string | null; newest: string | null }>(
  list,
);

export const notFoundPage = (): string => page<object>(notFound)({});

const shown = page<object>(message);

export const messagePage = ({ raw, ...summary }: Message, { text, html }: MessageParts, view: MessageView): string =>
  shown({
    ...summary,
    text,
    hasHtml: html !== null,
    view,
    source: raw.subarray(0, SOURCE_SHOWN).toString('utf8'),
    cut: raw.length > SOURCE_SHOWN,
  });
