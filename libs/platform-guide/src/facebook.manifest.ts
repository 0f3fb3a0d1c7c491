import type { PlatformManifest } from './manifest';

/** Pages, by the Graph API. Personal profiles have no figures. */
export const facebook = {
  id: 'facebook',
  name: 'Facebook',
  spoken: 'Facebook',
  mark: 'M9.101 23.691v-7.98H6.627v-3.667h2.474v-1.58c0-4.085 1.848-5.978 5.858-5.978.401 0 .955.042 1.468.103a8.68 8.68 0 0 1 1.141.195v3.325a8.623 8.623 0 0 0-.653-.036 26.805 26.805 0 0 0-.733-.009c-.707 0-1.259.096-1.675.309a1.686 1.686 0 0 0-.679.622c-.258.42-.374.995-.374 1.752v1.297h3.919l-.386 2.103-.287 1.564h-3.246v8.245C19.396 23.238 24 18.179 24 12.044c0-6.627-5.373-12-12-12s-12 5.373-12 12c0 5.628 3.874 10.35 9.101 11.647Z',
  colour: '#0866ff',
  content: { one: 'post', many: 'posts' },
  followers: { one: 'follower', many: 'followers' },
  hosts: {
    www: 'https://www.facebook.com',
    graph: 'https://graph.facebook.com',
  },
  pictureHosts: ['*.fbcdn.net', '*.fbsbx.com'],
  permissions: {
    pages: {
      scope: 'pages_show_list',
      label: 'Show a list of the Pages you manage',
      required: true,
      without: 'no Page can be connected',
    },
    engagement: {
      scope: 'pages_read_engagement',
      label: 'Read content posted on the Page',
      required: true,
      without: 'the Page cannot be connected',
    },
    insights: {
      scope: 'read_insights',
      label: 'Access your Page and App insights',
      required: false,
      without: 'your audience, your reach and your views stay empty',
    },
    reactions: {
      scope: 'pages_read_user_content',
      label: 'Read user content on your Page',
      required: false,
      without: 'the likes and comments of your posts stay empty',
    },
    email: {
      scope: 'email',
      label: 'Email address',
      required: false,
      without: 'your e-mail stays empty',
    },
  },
  ineligible: [
    {
      reason: 'no-page',
      what: 'This Facebook account manages no Page',
      help: 'Facebook shares figures of Pages, not of personal profiles. Ask {creator} to use the account that has full control of the Page.',
      message:
        'This Facebook account manages no Page, and Facebook shares figures of Pages only. Try again with the account that has full control of your Page.',
      told: 'the account manages no Page',
      lasting: true,
    },
  ],
  onlyCancel: null,
  firstQuestion: {
    question: 'Do you manage a Facebook Page?',
    why: 'Facebook shares figures of Pages, not of personal profiles. A profile in professional mode is no Page.',
    steps: [
      'In Facebook, open the menu and tap “Pages”. All Pages that you manage are listed there.',
      'Is yours missing? Sign in with the account that has full control of it, or ask its owner for access.',
      'Do you have none yet? Tap “Create” there, give it a name and a category, then come back here.',
    ],
  },
  condition: 'Pages only',
  tips: ['Facebook shares figures of Pages, not of personal profiles. You need full control of the Page.'],
  otherAccount: {
    ask: { auth_type: 'rerequest,reauthenticate' },
    hint: 'Facebook asks for your password again. For another login choose “Not you?” there.',
  },
  inAppBrowser: /\bFBAN\b|\bFBAV\b|\bFB_IAB\b/,
} as const satisfies PlatformManifest;
