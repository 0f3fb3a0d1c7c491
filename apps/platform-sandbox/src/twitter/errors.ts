import type {
  TwitterCodedErrors,
  TwitterOAuthError,
  TwitterPartialError,
  TwitterProblem,
} from '@linkage/platforms/wire';

const problems = 'https://api.twitter.com/2/problems/';

/** An answer of the API that says no. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly body: TwitterProblem | TwitterCodedErrors | { readonly errors: readonly TwitterPartialError[] },
  ) {
    super(`${status}`);
  }
}

const plain = (status: number, title: string, detail = title): ApiError =>
  new ApiError(status, { title, detail, type: 'about:blank', status });

/** A token that is missing, unknown, expired or revoked: all look the same. */
export const badToken = (): ApiError => plain(401, 'Unauthorized');
export const forbidden = (): ApiError => plain(403, 'Forbidden');
export const brokenInside = (): ApiError => plain(503, 'Service Unavailable');
export const tooFast = (): ApiError => new ApiError(429, { errors: [{ code: 88, message: 'Rate limit exceeded' }] });
export const suspended = (): ApiError =>
  new ApiError(403, {
    errors: [{ code: 64, message: 'Your account is suspended and is not permitted to access this feature.' }],
  });

export const invalid = (parameter: string, value: string, message: string): ApiError =>
  new ApiError(400, {
    errors: [{ parameters: { [parameter]: [value] }, message }],
    title: 'Invalid Request',
    detail: 'One or more parameters to your request was invalid.',
    type: `${problems}invalid-request`,
  });

export const noCredits = (): ApiError =>
  new ApiError(402, {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account [1895000000000000001] does not have any credits to fulfill this request.',
    type: `${problems}credits`,
  });

export const capped = (): ApiError =>
  new ApiError(429, {
    account_id: '1895000000000000001',
    product_name: 'standard-basic',
    title: 'UsageCapExceeded',
    period: 'Monthly',
    scope: 'Product',
    detail: 'Usage cap exceeded: Monthly product cap',
    type: `${problems}usage-capped`,
  });

export const notFound = (resource: 'user' | 'tweet', id: string, parameter: string): TwitterPartialError => ({
  value: id,
  detail: `Could not find ${resource} with ${parameter}: [${id}].`,
  title: 'Not Found Error',
  resource_type: resource,
  parameter,
  resource_id: id,
  type: `${problems}resource-not-found`,
});

export const notForYou = (resource: 'user' | 'tweet', id: string, parameter: string): TwitterPartialError => ({
  value: id,
  detail: `Sorry, you are not authorized to see the ${resource} with ${parameter}: [${id}].`,
  title: 'Authorization Error',
  resource_type: resource,
  parameter,
  resource_id: id,
  type: `${problems}not-authorized-for-resource`,
});

/** Metrics of posts that are older than 30 days. */
export const noField = (id: string, field: string): TwitterPartialError => ({
  resource_id: id,
  parameter: 'ids',
  resource_type: 'tweet',
  section: 'data',
  title: 'Field Authorization Error',
  value: id,
  detail: `Sorry, you are not authorized to access '${field}' on the Tweet with ids : [${id}].`,
  field,
  type: `${problems}not-authorized-for-field`,
});

/** An answer of the token and revoke endpoints that says no. */
export class OAuthError extends Error {
  constructor(
    readonly status: number,
    readonly error: TwitterOAuthError['error'],
    readonly description: string,
  ) {
    super(description);
  }

  body(): TwitterOAuthError {
    return { error: this.error, error_description: this.description };
  }
}

export const badValue = (what: string): OAuthError =>
  new OAuthError(400, 'invalid_request', `Value passed for the ${what} was invalid.`);
