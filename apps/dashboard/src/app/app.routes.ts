import { inject } from '@angular/core';
import type { CanActivateFn, Routes } from '@angular/router';
import { ServerClock } from './base/server-clock';
import { signedIn, signedOut } from './shared/session/guards';

/** The banner of the past is there before the page is: nothing moves when it comes. */
const pastBanner: CanActivateFn = async ({ queryParamMap }) => {
  if (queryParamMap.has('asOf')) await import('./shared/as-of/as-of-banner');
  return true;
};

export const routes: Routes = [
  {
    path: 'register',
    title: 'Register',
    canActivate: [signedOut],
    loadComponent: () => import('./access/register').then(({ Register }) => Register),
  },
  {
    path: 'set-password',
    title: 'Choose a password',
    loadComponent: () => import('./access/set-password').then(({ SetPassword }) => SetPassword),
  },
  {
    path: 'forgotten-password',
    title: 'Forgotten your password?',
    loadComponent: () => import('./access/forgotten-password').then(({ ForgottenPassword }) => ForgottenPassword),
  },
  {
    path: 'reset-password',
    title: 'Choose another password',
    data: { resets: true },
    loadComponent: () => import('./access/set-password').then(({ SetPassword }) => SetPassword),
  },
  {
    path: 'confirm-email',
    title: 'Confirm your e-mail',
    loadComponent: () => import('./access/confirm-email').then(({ ConfirmEmail }) => ConfirmEmail),
  },
  {
    path: 'change-email',
    title: 'Confirm the change of your e-mail',
    loadComponent: () => import('./access/change-email-link').then(({ ChangeEmailLink }) => ChangeEmailLink),
  },
  {
    path: 'stop-email-change',
    title: 'Stop the change of your e-mail',
    data: { stops: true },
    loadComponent: () => import('./access/change-email-link').then(({ ChangeEmailLink }) => ChangeEmailLink),
  },
  {
    path: 'sign-in',
    title: 'Sign in',
    canActivate: [signedOut],
    loadComponent: () => import('./access/sign-in').then(({ SignIn }) => SignIn),
  },
  {
    path: 'unavailable',
    title: 'Not available',
    loadComponent: () => import('./access/unavailable').then(({ Unavailable }) => Unavailable),
  },
  {
    path: 'data-guide',
    title: 'Data Guide',
    loadComponent: () => import('./data-guide/data-guide').then(({ DataGuide }) => DataGuide),
  },
  {
    path: 'operator',
    title: 'Operator',
    loadComponent: () => import('./operator/operator').then(({ Operator }) => Operator),
  },
  {
    path: 'operator/platforms',
    title: 'Platforms',
    data: { part: 'platforms' },
    loadComponent: () => import('./operator/operator').then(({ Operator }) => Operator),
  },
  {
    path: 'operator/mail',
    title: 'E-mail',
    data: { part: 'mail' },
    loadComponent: () => import('./operator/operator').then(({ Operator }) => Operator),
  },
  {
    path: 'operator/workspaces',
    title: 'Workspaces',
    data: { part: 'workspaces' },
    loadComponent: () => import('./operator/operator').then(({ Operator }) => Operator),
  },
  {
    path: 'operator/people',
    title: 'Erase a person',
    data: { part: 'people' },
    loadComponent: () => import('./operator/operator').then(({ Operator }) => Operator),
  },
  {
    path: '',
    canActivate: [signedIn, () => inject(ServerClock).known()],
    loadComponent: () => import('./shared/shell/shell').then(({ Shell }) => Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'creators' },
      {
        path: 'creators',
        canActivate: [pastBanner],
        loadComponent: () => import('./creators/creators').then(({ Creators }) => Creators),
        children: [
          {
            path: '',
            pathMatch: 'full',
            title: 'All',
            loadComponent: () => import('./invitations/invitation-list').then(({ InvitationList }) => InvitationList),
          },
          {
            path: 'connected',
            title: 'Connected Accounts',
            loadComponent: () => import('./accounts/account-list').then(({ AccountList }) => AccountList),
          },
          {
            path: 'failed',
            title: 'Failed Connections',
            loadComponent: () => import('./attempts/attempt-list').then(({ AttemptList }) => AttemptList),
          },
        ],
      },
      {
        path: 'accounts/:accountId/compare',
        title: 'Compare',
        loadComponent: () => import('./comparison/comparison').then(({ Comparison }) => Comparison),
      },
      {
        path: 'account',
        title: 'Your account',
        loadComponent: () => import('./account/your-account').then(({ YourAccount }) => YourAccount),
      },
      {
        path: 'history',
        title: 'History',
        loadComponent: () => import('./history/history-page').then(({ HistoryPage }) => HistoryPage),
      },
      {
        path: 'accounts/:accountId',
        title: 'Account',
        loadComponent: () => import('./profile/profile').then(({ Profile }) => Profile),
      },
      {
        path: '**',
        title: 'Not found',
        loadComponent: () => import('./shared/shell/not-found').then(({ NotFound }) => NotFound),
      },
    ],
  },
];
