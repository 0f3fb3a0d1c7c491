import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { ErrorHandler, provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import {
  TitleStrategy,
  provideRouter,
  withComponentInputBinding,
  withNavigationErrorHandler,
  withRouterConfig,
} from '@angular/router';
import { heardLiveId } from '@linkage/api-client';
import { NOW } from '@linkage/ui';
import { AppErrorHandler, meetFailedNavigation } from './base/missing-code';
import { PageTitle } from './base/page-title';
import { heardVersion } from './base/version';
import { routes } from './app.routes';
import { shownNow } from './shared/as-of/as-of';
import { INVITE_DIALOG } from './shared/inviting/inviting';
import { expiredSessions } from './shared/session/expired-sessions';
import { SESSION_DIALOGS } from './shared/session/session-dialogs';
import { shownWorkspace } from './shared/session/shown-workspace';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([shownWorkspace, expiredSessions, heardVersion, heardLiveId])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withNavigationErrorHandler(meetFailedNavigation),
      withRouterConfig({ resolveNavigationPromiseOnError: true }),
    ),
    { provide: ErrorHandler, useClass: AppErrorHandler },
    { provide: APP_BASE_HREF, useValue: '/' },
    { provide: TitleStrategy, useClass: PageTitle },
    { provide: NOW, useFactory: shownNow },
    {
      provide: INVITE_DIALOG,
      useValue: () => import('./invitations/invite-creators').then(({ InviteCreators }) => InviteCreators),
    },
    { provide: SESSION_DIALOGS, useValue: () => import('./access/session-dialogs') },
  ],
};
