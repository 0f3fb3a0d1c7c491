/** As it stands in the header: `<id@domain>`. An id without a domain gets that of the sender's address. */
export function messageIdHeader(id: string, from: string): string {
  const bare = id.replace(/[<>\s]/g, '');
  const domain = /@([^<>@\s]+)>?\s*$/.exec(from)?.[1] ?? 'linkage.invalid';
  return bare.includes('@') ? `<${bare}>` : `<${bare}@${domain}>`;
}
