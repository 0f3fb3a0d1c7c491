import { createHash } from 'node:crypto';
import Handlebars from 'handlebars';
import source from './opt-out-page.hbs';
import type { OptOutShown } from './show-opt-out.query';

/** Values of the visual design (tokens), for the few parts that this page has. */
const style = `:root{color-scheme:light dark}body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;box-sizing:border-box;background:light-dark(#f6f4f7,#120e13);color:light-dark(#221b23,#edeaed);font:400 16px/24px "Inter Variable",Inter,"Noto Sans",system-ui,sans-serif}main{box-sizing:border-box;width:100%;max-width:480px;padding:32px;background:light-dark(#fff,#19151a);border:1px solid light-dark(#e6e2e6,#2e292f);border-radius:12px;overflow-wrap:anywhere}h1{margin:0 0 8px;font-size:22px;line-height:30px;font-weight:600;letter-spacing:-.01em}h1 span{white-space:nowrap}p{margin:0 0 24px;color:light-dark(#59515a,#bab3ba)}p:last-child{margin:0}button{min-height:44px;width:100%;padding:0 20px;border:0;border-radius:10px;background:light-dark(#7a2c75,#9c4c95);color:#fff;font:inherit;font-weight:600;cursor:pointer}button:hover{background:light-dark(#642060,#a95aa2)}button.quiet{background:none;border:1px solid light-dark(#e6e2e6,#2e292f);color:inherit}:focus-visible{outline:2px solid light-dark(#a72fa1,#ec92e5);outline-offset:2px}`;

/** The page's own style, its own form, and nothing else. */
export const optOutPagePolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

const page = Handlebars.create().compile<object>(source, { strict: true, preventIndent: true });

/** What the brand typed is shown as text, never as markup. */
export const optOutPage = ({ brandName, optedOut }: OptOutShown): string =>
  page({ style, brandName, optedOut, known: true, title: optedOut ? 'No more e-mails' : 'Stop e-mails?' });

export const unknownPage = (): string =>
  page({ style, brandName: '', optedOut: false, known: false, title: 'This link does not work' });
