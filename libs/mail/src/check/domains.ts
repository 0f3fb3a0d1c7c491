/** Of an address. */
export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase();

/** The domain and those above it, without the last label alone: `a.b.example`, `b.example`. */
export const upwards = (domain: string): readonly string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, from) => labels.slice(from).join('.'));
};

const isReserved = /(^|\.)(localhost|localdomain|local|internal|test|invalid)$/;

/** Whether DNS can say something of it. */
export const isPublic = (domain: string): boolean => domain.includes('.') && !isReserved.test(domain);

/** The parts of a record such as `v=DMARC1; p=none`. */
export const tagsOf = (record: string): ReadonlyMap<string, string> =>
  new Map(
    record
      .split(';')
      .map((part) => part.split('='))
      .filter(([name = '']) => name.trim() !== '')
      .map(([name = '', ...value]) => [name.trim().toLowerCase(), value.join('=').trim()]),
  );
