import type { ProblemDetails } from '../problems/problem.exception';

/** Cookies, links and the platforms' redirects all belong to one address; and no foreign name may point a browser at this server. */
export function canonicalHost(
  asked: { method: string; host: string; url: string },
  publicUrl: string,
): { redirect: string } | { problem: ProblemDetails } | undefined {
  const canonical = new URL(publicUrl);
  const isProbe = /^\/health(\/|$|\?)/.test(asked.url);
  if (isProbe || asked.host.toLowerCase() === canonical.host) return undefined;
  if (asked.method === 'GET' || asked.method === 'HEAD') return { redirect: canonical.origin + asked.url };
  return {
    problem: {
      status: 421,
      code: 'origin-refused',
      detail: `Linkage is reached at ${canonical.origin}. Send the request there.`,
    },
  };
}
