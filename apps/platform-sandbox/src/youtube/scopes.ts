const root = 'https://www.googleapis.com/auth/';

export const scope = {
  email: `${root}userinfo.email`,
  profile: `${root}userinfo.profile`,
  openid: 'openid',
  youtube: `${root}youtube.readonly`,
  analytics: `${root}yt-analytics.readonly`,
} as const;

/** What a creator reads. Signing in is not a choice: those three have no box. */
export const labels: Readonly<Record<string, { readonly label: string; readonly fixed: boolean }>> = {
  [scope.openid]: { label: 'Associate you with your personal info on Google', fixed: true },
  [scope.email]: { label: 'See your primary Google Account email address', fixed: true },
  [scope.profile]: { label: 'See your personal info', fixed: true },
  [scope.youtube]: { label: 'View your YouTube account', fixed: false },
  [scope.analytics]: { label: 'View YouTube Analytics reports for your YouTube content', fixed: false },
};

/** The scopes of a request by the names they come back with: `email` and `profile` are short forms. */
export const scopesOf = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((name) => (name === 'email' ? scope.email : name === 'profile' ? scope.profile : name)),
  ),
];
