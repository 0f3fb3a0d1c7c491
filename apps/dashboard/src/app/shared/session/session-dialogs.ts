import type { ComponentType } from '@angular/cdk/portal';
import { InjectionToken } from '@angular/core';

/**
 * What a page asks for over everything else when its session is lost. The app provides them, so that they are loaded
 * when first needed.
 */
export const SESSION_DIALOGS = new InjectionToken<
  () => Promise<{ readonly SignInAgain: ComponentType<unknown>; readonly OtherWorkspace: ComponentType<unknown> }>
>('SESSION_DIALOGS');
