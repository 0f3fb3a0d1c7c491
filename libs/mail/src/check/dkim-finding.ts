import { createPublicKey } from 'node:crypto';
import type { MailFinding } from '@linkage/contracts';
import { isPublic, tagsOf, upwards } from './domains';
import { Finding, notPublic } from './finding';
import type { NameRecords } from './name-records.port';
import type { CheckedSender } from './sender-records';

/** Where keys often are: asked where the operator names none. */
const usualSelectors = ['default', 'dkim', 'mail', 'selector1', 'selector2', 's1', 's2', 'k1'];

const keyBits = (base64: string): number | undefined => {
  try {
    const key = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
    return key.asymmetricKeyDetails?.modulusLength;
  } catch {
    return undefined;
  }
};

/** @param selector as the operator names it; null: the usual ones are tried */
export const dkimFinding = async (
  { from }: CheckedSender,
  selector: string | null,
  records: NameRecords,
): Promise<MailFinding> => {
  if (!isPublic(from)) return notPublic('dkim', from);
  const tried = selector === null ? usualSelectors : [selector];
  const places = tried.flatMap((one) => upwards(from).map((domain) => `${one}._domainkey.${domain}`));
  const lookups = await Promise.all(places.map(async (place) => ({ place, texts: await records.texts(place) })));
  const isKey = (text: string): boolean => tagsOf(text).has('p');
  const hit = lookups.find(({ texts }) => 'found' in texts && texts.found.some(isKey));
  if (hit === undefined || 'trouble' in hit.texts) return withoutKey(from, selector, lookups[0]?.texts);
  const keys = hit.texts.found.filter(isKey);
  const finding = new Finding('dkim', hit.place, keys);
  const [key = ''] = keys;
  if (keys.length > 1) finding.bad('There is more than one key under this name; receivers take any of them.');
  const tags = tagsOf(key);
  const value = (tags.get('p') ?? '').replace(/\s+/g, '');
  if (value === '') return finding.bad('The key is withdrawn (p= is empty): signatures made with it fail.').shown();
  const isRsa = (tags.get('k') ?? 'rsa') === 'rsa';
  const bits = isRsa ? keyBits(value) : undefined;
  if (isRsa && bits === undefined)
    finding.bad('Its key cannot be read. Copy it once more, whole and without spaces, from your mail server.');
  else if (bits !== undefined && bits < 1_024)
    finding.bad(`Its key has ${bits} bits; receivers refuse fewer than 1,024. Make one of 2,048.`);
  else if (bits !== undefined && bits < 2_048)
    finding.hint(`Its key has ${bits} bits. Make one of 2,048 when you renew it.`);
  else
    finding.good(
      isRsa
        ? `Its key has ${bits} bits.`
        : 'Its key is of the newer kind, Ed25519; sign with an RSA key as well, which all receivers read.',
    );
  if (/(^|:)y(:|$)/.test(tags.get('t') ?? ''))
    finding.hint('It says that it is a test (t=y): receivers treat its mails as if they were not signed.');
  return finding
    .good('Whether mails are signed with it, a test mail shows: look for “dkim=pass” in its headers.')
    .shown();
};

const withoutKey = (
  from: string,
  selector: string | null,
  first: Awaited<ReturnType<NameRecords['texts']>> | undefined,
): MailFinding => {
  if (selector === null)
    return new Finding('dkim', `_domainkey.${from}`)
      .unknown(
        'No key was found under the names that are usual. Give the selector that your mail server signs with: the s= of “DKIM-Signature” in a test mail.',
      )
      .shown();
  const place = `${selector}._domainkey.${from}`;
  const finding = new Finding('dkim', place);
  if (first !== undefined && 'trouble' in first) return finding.unknown(first.trouble).shown();
  return finding
    .bad(`There is no key for the selector “${selector}”, so that signatures made with it fail.`)
    .publish('TXT', place, 'v=DKIM1; k=rsa; p=<the public key that your mail server shows>')
    .shown();
};
