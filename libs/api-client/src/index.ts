/** One small service per context over the shapes of @linkage/contracts, and the live line. */
export { ApiError, toApiError, type ApiErrorCode } from './api-error';
export { newCommandKey } from './requests';
export { WorkspacesApi } from './workspaces-api';
export { InvitationsApi } from './invitations-api';
export { ConnectionsApi } from './connections-api';
export { MicrositeApi } from './microsite-api';
export { BROWSER_TABS, type BrowserTabs } from './live/browser-tabs';
export { LIVE_TIMING } from './live/live-timing';
export type { LiveState } from './live/live-line';
export { LiveUpdates, heardLiveId } from './live/live-updates';
