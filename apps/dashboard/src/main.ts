import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// eslint-disable-next-line no-console -- there is no screen yet on which to say it
bootstrapApplication(App, appConfig).catch((error: unknown) => console.error(error));
