import { platforms } from '@linkage/platform-guide';
import type { DeletionRequest } from './deletion-requests.service';

const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/**
 * What a person sees who follows the address that the platform shows after a request to delete. `code` is of letters,
 * digits, - and _.
 */
export function deletionPage({ platform, at, accounts }: DeletionRequest, code: string): string {
  const access =
    accounts === 0
      ? 'Linkage has no access to any account of this log-in.'
      : `Linkage’s access to ${accounts === 1 ? 'one account' : `${accounts} accounts`} of this log-in ended at once, and the tokens are deleted.`;
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Request to delete data</title></head>
<body>
<main>
<h1>Your request to delete data</h1>
<p>It came from ${platforms[platform].spoken} on ${day.format(new Date(at))}.</p>
<p>${access}</p>
<p>The operator of this Linkage deletes what was read of you within 30 days.</p>
<p>Confirmation code: <code>${code}</code></p>
</main>
</body>
</html>
`;
}
