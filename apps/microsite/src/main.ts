import { provideHttpClient, withFetch } from '@angular/common/http';
import { provideBrowserGlobalErrorListeners } from '@angular/core';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';

bootstrapApplication(App, { providers: [provideBrowserGlobalErrorListeners(), provideHttpClient(withFetch())] })
  // eslint-disable-next-line no-console -- there is no screen yet on which to say it
  .catch((error: unknown) => console.error(error));
