/**
 * The door to HTTP: what a context needs to know of a request (its member, its workspace, its cause), and what all
 * routes share: problem answers, checked request classes, security headers, the origin check and log lines.
 */
export * from './installation';
export * from './request/public.decorator';
export * from './request/signed-in-member';
export { requestScope, runInRequestScope, type RequestScope } from './request/request-scope';
export { scopeOf } from './request/scope-of';
export * from './request/signed-in-check';
export { checkShownWorkspace } from './request/shown-workspace';
export * from './request/fact-context';
export { clientOf, networkOf } from './request/network';
export { isFromThisMachine } from './request/is-from-this-machine';
export { ClientDisconnected, DisconnectSignal } from './request/client-disconnected';
export { idempotencyKey } from './request/idempotency-key';
export { AsOf } from './as-of/as-of.decorator';
export { pastMoment } from './as-of/past-moment';
export * from './problems/problem-exception';
export { ProblemFilter } from './problems/problem.filter';
export { RequestValidationPipe } from './validation/request-validation.pipe';
export { PositionInterceptor } from './position/position.interceptor';
export * from './security/content-security-policy';
export { readCookie, setCookie } from './security/cookies';
export { JsonLogger } from './logging/json-logger';
export { httpAdapter } from './http-adapter';
export { TakesAnyBody, TakesBody, TakesForm, TakesText } from './bodies/body-bounds';
export { configureHttp } from './configure-http';
export { TrustedProxies } from './hosts/trusted-proxies';
export { BYTE_ORDER_MARK, csvLine } from './files/csv';
export { downloadHeaders, downloadName } from './files/download';
export { ApiCsvFile, sendCsv } from './files/csv-download';
export { routesOf, type Route } from './routes';
