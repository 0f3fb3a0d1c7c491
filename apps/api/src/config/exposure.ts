import { isLoopback, type Variables } from '@linkage/settings';

/** What of the settings says how far this installation can be reached, and how. */
interface Exposure {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly publicUrl: string;
}

const isInTheClear = ({ mode, publicUrl }: Exposure): boolean =>
  mode === 'production' && publicUrl.startsWith('http:') && !isLoopback(new URL(publicUrl).hostname);

const isPublicDemo = ({ mode, host, publicUrl }: Exposure): boolean =>
  mode === 'demo' && (!isLoopback(host) || !isLoopback(new URL(publicUrl).hostname));

/** Refuses what is not safe unless the operator accepts it in so many words. */
export function checkExposure(exposure: Exposure, variables: Variables): void {
  const allowsHttp = variables.flag('LINKAGE_ALLOW_HTTP');
  const allowsPublicDemo = variables.flag('LINKAGE_DEMO_PUBLIC');
  if (isInTheClear(exposure) && !allowsHttp)
    variables.trouble(
      'LINKAGE_PUBLIC_URL',
      'use https://…: over http passwords, sessions and the links of creators can be read on their way. Put a proxy that ends TLS in front (docs/running.md, Behind a proxy), or accept that with LINKAGE_ALLOW_HTTP=true',
    );
  if (isPublicDemo(exposure) && !allowsPublicDemo)
    variables.trouble(
      isLoopback(exposure.host) ? 'LINKAGE_PUBLIC_URL' : 'LINKAGE_HOST',
      'the demo is for this machine: its mailbox shows every mail to every visitor, and every visitor may register. Leave this variable out, set LINKAGE_MODE=production, or accept that with LINKAGE_DEMO_PUBLIC=true',
    );
}

/** What was accepted that is not safe, to be said loudly at each start. */
export function exposureWarnings(exposure: Exposure): readonly string[] {
  const { host, publicUrl } = exposure;
  return [
    ...(isInTheClear(exposure)
      ? [
          `Linkage is reached over http at ${publicUrl}: passwords, sessions and the links of creators can be read and changed on their way.`,
        ]
      : []),
    ...(isPublicDemo(exposure)
      ? [
          `This is the demo, and others than this machine may reach it (it listens at ${host}, its address is ${publicUrl}): they can read every mail at ${publicUrl}/mailbox and register. Use no real data.`,
        ]
      : []),
  ];
}
