import { GraphError } from '../meta/graph-error';

export { appRemoved, badToken, brokenInside, checkpoint, expired, noToken, passwordChanged } from '../meta/graph-error';
export { GraphError };

export const parameter = (message: string): GraphError => new GraphError(400, 100, `(#100) ${message}`);
export const gone = (id: string): GraphError =>
  new GraphError(
    400,
    100,
    `Unsupported get request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    { type: 'GraphMethodException', subcode: 33 },
  );
/** Retired metrics and names that never were any get the same answer, in all versions. */
export const notAMetric = (): GraphError => parameter('The value must be a valid insights metric');
export const fewLikes = (): GraphError => parameter('Insights are there for Pages with at least 100 likes');
export const noMetric = (): GraphError =>
  new GraphError(
    400,
    3001,
    '(#3001) No metric was specified to be fetched. Please specify one or more metrics to be fetched and try again.',
    {
      subcode: 1504028,
      userTitle: 'No Metric Specified',
      userMessage: 'Please specify one or more metrics to be fetched and try again.',
    },
  );
export const needsPageToken = (): GraphError =>
  new GraphError(400, 190, 'This method must be called with a Page Access Token', { subcode: 2069032 });
export const otherPage = (): GraphError =>
  new GraphError(400, 10, '(#10) Requested Page Does Not Match Page Access Token');
/** Names another permission than the one that is missing, as Facebook does. */
export const notAllowed = (): GraphError =>
  new GraphError(
    400,
    10,
    "(#10) This endpoint requires the 'pages_read_engagement' permission or the 'Page Public Content Access' feature. Refer to https://developers.facebook.com/docs/apps/review/login-permissions#manage-pages for details.",
  );
export const codeRefused = (): GraphError =>
  new GraphError(400, 100, 'This authorization code has been used.', { subcode: 36009 });
export const otherAddress = (): GraphError =>
  new GraphError(
    400,
    100,
    'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request',
    { subcode: 36008 },
  );
export const badSecret = (): GraphError => new GraphError(400, 1, 'Error validating client secret.');
export const badApp = (): GraphError =>
  new GraphError(400, 101, 'Error validating application. Cannot get application info due to a system error.');
export const pageLimit = (): GraphError =>
  new GraphError(400, 32, '(#32) Page request limit reached', { transient: true });
export const needsUserToken = (): GraphError =>
  new GraphError(400, 100, '(#100) Tried accessing nonexisting field (accounts) on node type (Page)');
