import { APP_BASE_HREF } from '@angular/common';
import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { TitleStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { NOW } from '@linkage/ui';
import { PageTitle } from './base/page-title';
import { routes } from './app.routes';
import { shownNow } from './shared/as-of/as-of';
import { INVITE_DIALOG } from './shared/inviting/inviting';
import { expiredSessions } from './shared/session/expired-sessions';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([expiredSessions])),
    provideRouter(routes, withComponentInputBinding()),
    { provide: APP_BASE_HREF, useValue: '/' },
    { provide: TitleStrategy, useClass: PageTitle },
    { provide: NOW, useFactory: shownNow },
    {
      provide: INVITE_DIALOG,
      useValue: () => import('./invitations/invite-creators').then(({ InviteCreators }) => InviteCreators),
    },
    {
      provide: MATERIAL_ANIMATIONS,
      useValue: { animationsDisabled: matchMedia('(prefers-reduced-motion: reduce)').matches },
    },
  ],
};
