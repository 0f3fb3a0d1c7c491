import { GraphError } from '../meta/graph-error';

export {
  appRemoved,
  badToken,
  brokenInside,
  checkpoint,
  expired,
  GraphError,
  noToken,
  passwordChanged,
  traceId,
} from '../meta/graph-error';

export const notAllowed = (): GraphError =>
  new GraphError(400, 10, '(#10) Application does not have permission for this action');
export const parameter = (message: string): GraphError =>
  new GraphError(400, 100, `(#100) ${message}`, { type: 'IGApiException' });
const orNotYours = 'cannot be loaded due to missing permissions, or does not support this operation';
export const gone = (id: string): GraphError =>
  new GraphError(400, 100, `Unsupported get request. Object with ID '${id}' does not exist, ${orNotYours}`, {
    type: 'IGApiException',
    subcode: 33,
  });
export const fewViewers = (): GraphError =>
  new GraphError(400, 10, '(#10) Not enough viewers for the media to show insights', { type: 'IGApiException' });
export const beforeProfessional = (): GraphError =>
  new GraphError(400, 100, 'Invalid parameter', {
    subcode: 2108006,
    userTitle: 'Media Posted Before Business Account Conversion',
    userMessage:
      'The media was posted before the most recent time that the user’s account was converted to a business account from a personal account.',
  });
export const fewFollowers = (): GraphError =>
  new GraphError(400, 100, 'Invalid parameter', {
    subcode: 2874010,
    userTitle: 'Not enough users',
    userMessage: 'Not enough users to show this metric: it needs at least 100.',
  });
export const rateLimited = (): GraphError =>
  new GraphError(400, 4, '(#4) Application request limit reached', { type: 'IGApiException', transient: true });
