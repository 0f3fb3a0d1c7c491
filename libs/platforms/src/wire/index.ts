/** What the platforms say over the wire, as types only: all that the sandbox shares with the connectors. */
export type * from '../facebook/facebook.wire';
export type * from '../instagram/instagram.wire';
export type * from '../twitter/twitter.wire';
export type * from '../youtube/youtube.wire';
export type * from '../tiktok/tiktok.wire';
export type * from '../twitch/twitch.wire';
