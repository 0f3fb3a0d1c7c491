import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { PictureRefused } from '../picture.errors';
import { isPublicAddress } from './public-address';

/** All addresses of a host. */
export type Resolve = (host: string, found: (error: Error | null, addresses: readonly LookupAddress[]) => void) => void;

const resolveAll: Resolve = (host, found) => lookup(host, { all: true }, (error, addresses) => found(error, addresses));

/**
 * How a connection finds its address: the host is resolved once, every address is looked at, and the connection goes to
 * one of those. A host that has one address within a network is refused as a whole.
 */
export const publicLookup =
  (resolve: Resolve = resolveAll): LookupFunction =>
  (host, { all }, found) =>
    resolve(host, (error, addresses) => {
      const [first] = addresses ?? [];
      const inside = addresses?.find(({ address }) => !isPublicAddress(address));
      if (error !== null) found(error, '');
      else if (inside !== undefined || first === undefined)
        found(new PictureRefused(`${host} leads to ${inside?.address ?? 'no address'}`), '');
      else if (all) found(null, [...addresses]);
      else found(null, first.address, first.family);
    });
