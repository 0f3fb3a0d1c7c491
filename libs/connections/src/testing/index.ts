/** For what holds documents and screens together: the words that brands and creators read of a failure. */
export { failureTextOf } from '../attempt/failure-texts';
export { asFailureReason } from '../attempt/failure-reason';
export { platformFailure } from '../complete-authorization/platform-failure';
export { causeOf } from '../social-account/report-access-lost';
