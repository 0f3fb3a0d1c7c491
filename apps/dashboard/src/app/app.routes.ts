import type { Routes } from '@angular/router';
import { signedIn, signedOut } from './shared/session/guards';

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
    path: 'operator',
    title: 'Operator',
    loadComponent: () => import('./operator/operator').then(({ Operator }) => Operator),
  },
  {
    path: '',
    canActivate: [signedIn],
    loadComponent: () => import('./shared/shell/shell').then(({ Shell }) => Shell),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'creators' },
      {
        path: 'creators',
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
