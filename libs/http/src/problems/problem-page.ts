import { escaped, plainPage } from '../pages/plain-page';
import type { ProblemDetails } from './problem-exception';

/** For people whom a link or a platform has brought here. `again`: where the same can be tried once more. */
export const problemPage = (
  { status, detail }: ProblemDetails,
  { again, reference, nonce }: { readonly again: string | null; readonly reference: string; readonly nonce: string },
): string =>
  plainPage({
    title: 'Not done',
    nonce,
    main: `<h1>${status >= 500 ? 'This did not work just now' : 'This did not work'}</h1>
<p>${escaped(detail)}</p>
${again === null ? '' : `<a class="go" href="${escaped(again)}">Try again</a>`}
<h2>If it stays like this</h2>
<p>Tell the operator of this Linkage or the sender of your invite this reference: <code>${escaped(reference)}</code></p>`,
  });
