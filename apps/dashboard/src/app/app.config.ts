import { provideHttpClient, withFetch, withInterceptors } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners, type ApplicationConfig } from '@angular/core';
import { MATERIAL_ANIMATIONS } from '@angular/material/core';
import { TitleStrategy, provideRouter, withComponentInputBinding } from '@angular/router';
import { NOW } from '@linkage/ui';
import { PageTitle } from './page-title';
import { routes } from './app.routes';
import { shownNow } from './as-of/as-of';
import { expiredSessions } from './session/expired-sessions';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withFetch(), withInterceptors([expiredSessions])),
    provideRouter(routes, withComponentInputBinding()),
    { provide: TitleStrategy, useClass: PageTitle },
    { provide: NOW, useFactory: shownNow },
    {
      provide: MATERIAL_ANIMATIONS,
      useValue: { animationsDisabled: matchMedia('(prefers-reduced-motion: reduce)').matches },
    },
  ],
};
