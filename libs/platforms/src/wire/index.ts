/** What the platforms say over the wire, as types only: all that the sandbox shares with the connectors. */
export type * from '../instagram/instagram.wire';
export type * from '../youtube/youtube.wire';
