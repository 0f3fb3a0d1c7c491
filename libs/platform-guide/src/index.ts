/**
 * What each platform is, in one manifest per platform: plain data that runs anywhere, in browsers, servers, the
 * platform sandbox and the docs. What is said of a platform elsewhere is read from here.
 */
export * from './cause-labels';
export * from './figure';
export * from './manifest';
export * from './missing-words';
export * from './no-audience';
export * from './platform-data';
export * from './platforms';
export * from './trouble-words';
