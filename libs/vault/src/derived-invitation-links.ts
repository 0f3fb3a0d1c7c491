import { timingSafeEqual } from 'node:crypto';
import { InvitationLinks, type KeyedHashes } from './vault.port';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SHAPE = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{32}$/;
/** A link as a mail program passes it on: broken into lines, with the sign that stood behind it. */
const PASSED_ON = /^([A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{32})[.,;:!?'")\]}>»”’*]*$/;

const tidy = (link: string): string => {
  const whole = link.replace(/\s/g, '');
  return PASSED_ON.exec(whole)?.[1] ?? whole;
};

/**
 * Mail programs leave the last sign out of a link where it is no letter. Those made before this was known end as they
 * did.
 */
const endsOnLetter = (link: string): string => link.replace(/[-_]$/, (last) => (last === '-' ? 'A' : 'B'));

export class DerivedInvitationLinks extends InvitationLinks {
  constructor(private readonly hashes: KeyedHashes) {
    super();
  }

  override async make(invitationId: string, linkVersion: number): Promise<string> {
    if (!UUID.test(invitationId)) throw new TypeError('An invitation id is a UUID in lower case.');
    const mac = await this.hashes.ofInstallation('invitation-link', `${invitationId}/${linkVersion}`);
    return endsOnLetter(`${Buffer.from(invitationId.replaceAll('-', ''), 'hex').toString('base64url')}.${mac}`);
  }

  override parse(link: string): string | null {
    const encoded = SHAPE.exec(tidy(link))?.[1];
    if (encoded === undefined) return null;
    const bytes = Buffer.from(encoded, 'base64url');
    // Of the spellings that decode to the same bytes only one is a link.
    if (bytes.toString('base64url') !== encoded) return null;
    return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  }

  override async matches(link: string, invitationId: string, linkVersion: number): Promise<boolean> {
    if (this.parse(link) !== invitationId) return false;
    const right = Buffer.from(await this.make(invitationId, linkVersion));
    return timingSafeEqual(right, Buffer.from(endsOnLetter(tidy(link))));
  }
}
