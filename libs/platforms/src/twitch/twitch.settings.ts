import { manifests } from '@linkage/platform-guide';

const { permissions, hosts } = manifests.twitch;

export const emailScope = permissions.email.scope;
export const twitchScopes: readonly string[] = Object.values(permissions).map(({ scope }) => scope);
export const twitchHosts = hosts;
export type TwitchHosts = Readonly<Record<keyof typeof twitchHosts, string>>;
