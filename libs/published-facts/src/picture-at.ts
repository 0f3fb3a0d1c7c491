/**
 * Which picture a platform's address shows: platforms sign it anew for each answer, and serve it from the host that is
 * next.
 */
export const pictureAt = (address: string): string => (URL.canParse(address) ? new URL(address).pathname : address);

/** Whether two addresses are of the same picture. */
export const isSamePicture = (one: string | null, other: string | null): boolean =>
  one === other || (one !== null && other !== null && pictureAt(one) === pictureAt(other));
