/**
 * How settings are read: variable by variable, all troubles at once, each with its cure. The server, the platform
 * sandbox and the launcher read with it, so that a value means the same to each. Needs nothing but Node, because the
 * launcher reads before anything is built.
 */
export { ConfigError, Variables, type Environment } from './variables';
export { isLoopback, localAddress, type LocalAddress } from './addresses';
export { logLevels, type LogLevel } from './log-levels';
