import type { AccountTroubleCause } from '@linkage/contracts';

/**
 * Everything this page says, in English, but what it says of a platform: that stands in the platform's manifest. Words
 * in braces are filled in; a second language is a second object of this shape.
 */
export const texts = {
  title: 'Connect your accounts',
  titleOf: 'Connect your accounts · {brand}',
  titleOfWithdrawn: 'Your accounts · {brand}',
  hello: 'Hi {name}, connect your accounts',
  leadPerson: '{person} from {brand} would like to see your channels’ figures, so you don’t have to send screenshots.',
  leadBrand: '{brand} would like to see your channels’ figures, so you don’t have to send screenshots.',
  stopped: {
    one: 'Your {platform} {account} has stopped',
    several: '{count} of your accounts have stopped',
    leadOne: '{because}, so {brand} gets no new figures. Reconnect it below; it takes half a minute.',
    leadSeveral: '{brand} gets no new figures from them. Reconnect them below; each takes half a minute.',
  },
  by: 'with Linkage',

  promises: [
    { icon: 'eye', bold: 'We read', rest: 'your profile, audience totals and posts, once a day.' },
    { icon: 'shield', bold: 'We never', rest: 'post, message, follow or change anything.' },
    { icon: 'unplug', bold: 'You can disconnect', rest: 'any account here at any time.' },
  ],

  loading: 'Your page is loading.',
  accounts: {
    heading: 'Your accounts',
    connect: 'Connect',
    reconnect: 'Reconnect',
    connectTo: 'Connect {platform}',
    reconnectOf: 'Reconnect {account} on {platform}',
    opening: 'Opening…',
    notConnected: 'Not connected',
    soon: 'Soon: {platforms}',
    choosing: 'You still have to choose which',
    confirming: 'Waiting for your yes',
    choose: 'Choose',
    confirm: 'Confirm',
    confirmOf: 'Confirm your account on {platform}',
    chooseOf: 'Choose your accounts on {platform}',
    connectedAs: 'Connected as {account}',
    options: 'Options for {account} on {platform}',
    another: 'Connect another account',
    disconnect: 'Disconnect',
    ask: 'Disconnect {account}?',
    disconnectOf: 'Disconnect {account} on {platform}',
    consequence: '{brand} gets no new figures from it. Figures read so far are kept.',
    again: 'You can connect it again here.',
    keep: 'Keep it',
    disconnecting: 'Disconnecting…',
    disconnected: '{account} is disconnected.',
  },
  firstQuestion: {
    yes: 'Yes, go on',
    unsure: 'No, or not sure',
    skip: 'Skip this question',
    how: 'Nothing is lost. Here is how:',
    goOn: 'Go on to {platform}',
    later: 'Not now',
  },
  causes: {
    disconnected: 'Disconnected',
    'password-changed': 'Password changed',
    'permission-revoked': 'Permission removed',
    expired: 'Access expired',
    'no-longer-valid': 'Access no longer valid',
    'account-gone': 'Account not found',
  } satisfies Record<AccountTroubleCause, string>,

  choosing: {
    heading: 'Which accounts on {platform} do you mean?',
    lead: 'You gave access to {count}. Only those that you choose are connected; the others are forgotten.',
    notAmong:
      'You wanted to reconnect {meant}, which is not among the accounts below. What you choose is added; {meant} stays as it is.',
    followers: '{count} followers',
    yours: 'Connected already; choosing it renews the access',
    taken: 'Already connected through another invite of the same brand',
    missing: 'Not granted: {missing}; {without}',
    seats: {
      one: 'The plan of {brand} has room for 1 more account.',
      several: 'The plan of {brand} has room for {count} more accounts.',
      none: 'The plan of {brand} has no room for more accounts. Those that are connected already can be renewed.',
    },
    none: 'Choose at least one',
    one: 'Connect 1 account',
    several: 'Connect {count} accounts',
    connecting: 'Connecting…',
    another: 'None of these: use another account',
    later: 'Choose later',
    until: 'You can close this page: the same link brings you back to this choice for a day.',
  },
  confirming: {
    heading: 'You are connecting {account}',
    lead: 'Is this the account you mean? Nothing is saved before you say so.',
    other: 'This is not {meant}.',
    otherNew:
      'You wanted to reconnect {meant}, but came back as {account}. Confirming adds {account}; {meant} stays as it is.',
    otherOfYours:
      'You wanted to reconnect {meant}, but came back as {account}, which is connected already. Confirming renews its access; {meant} stays as it is.',
    full: {
      heading: '{account} cannot be connected now',
      lead: 'In the meantime {brand} has connected as many accounts as its plan allows. You did nothing wrong, and nothing was stored.',
      cure: 'Tell the sender of your invite. As soon as there is room, you can say yes here.',
      look: 'Look again',
    },
    yes: 'Yes, connect {account}',
    connecting: 'Connecting…',
    another: 'Not you? Switch account',
    later: 'Decide later',
    until:
      'You can close this page: the same link brings you back to this question for a day. After that the access is forgotten.',
  },
  missing: {
    each: 'Without “{label}” {without}.',
    cure: 'To add it, connect once more and leave every box ticked.',
  },
  connected: {
    heading: '{account} is connected',
    again: '{account} is connected again',
    several: '{count} accounts on {platform} are connected',
    some: '{platform} is connected',
    lead: 'You need not do anything more.',
    refused: '{account} was not connected.',
    one: 'One of the accounts',
    inPart: 'Something was left out. You can still add it.',
    add: 'Connect {platform} once more',
    notMine: 'Not mine',
    next: 'What happens now',
    steps: [
      'Your figures are fetched within a few minutes, then once a day.',
      '{brand} sees them. Posting or changing anything is not possible.',
      'To stop, open this page again and disconnect.',
    ],
    another: 'Connect another account',
    done: 'I am done',
  },
  done: {
    heading: 'Thank you',
    lead: 'You can close this page. The same link brings you back, to connect more or to disconnect.',
    back: 'Back to your accounts',
  },
  refused: {
    banner: '{platform} was not connected.',
    unknown: 'Nothing was stored.',
    worried: 'Worried about something?',
    worriedLead: '{platform}’s page may list more than we use. This is all we take:',
    onlyCancel: 'Was “Cancel” the only button?',
    heading: 'Nothing is lost',
    lead: 'Your link works as often as you like.',
    missing: 'Left unticked',
    again: 'Try {platform} again',
    other: 'Choose another platform',
    stuckPerson: 'Still stuck? {person} can see that it did not work, and can help.',
    stuckBrand: 'Still stuck? {brand} can see that it did not work, and can help.',
    guide: 'How connecting works',
  },
  waiting: {
    heading: 'Not finished yet',
    lead: '{platform} has not answered so far. This page looks again by itself.',
    gaveUp: '{platform} has not answered so far. If you closed its page, start again; nothing was stored.',
    look: 'Look again',
    back: 'Back to your accounts',
  },
  trouble: {
    heading: 'This page could not be loaded',
    offline: 'You are offline. The page loads by itself when the connection is back.',
    lead: '{reason} Nothing is lost; your link stays valid.',
    again: 'Try again',
    start: '{platform} could not be opened.',
    disconnect: '{account} could not be disconnected.',
    outcome: 'The last step is not known yet',
    outcomeLead: '{reason} Nothing is lost.',
    reference: 'Reference {reference}',
  },
  /** Back from a platform, but it cannot be told whose log-in it was. */
  lostReturn: {
    'other-browser': {
      heading: 'This is another browser',
      lead: 'The platform sent you back to a browser where no connection was started. Nothing was stored.',
      ways: [
        'Open the link from your e-mail here, or go back to the browser in which you pressed Connect.',
        'Press Connect again and finish in the same browser.',
      ],
    },
    'unknown-authorization': {
      heading: 'This sign-in has ended',
      lead: 'It was used before, or more than 30 minutes have passed. Nothing was stored now.',
      ways: [
        'Open the link from your e-mail again: accounts that are connected are listed there.',
        'If the account is missing, press Connect once more.',
      ],
    },
  },
  /** Behind the link of an invitation that the brand has withdrawn. */
  withdrawn: {
    heading: '{brand} withdrew this invite',
    connected:
      'No account can be connected here any more. {brand} still sees the figures of the accounts below. You can disconnect each of them at any time.',
    nothing: 'None of your accounts is connected. You can close this page.',
    still: 'Still connected',
  },
  badLink: {
    heading: 'This link does not work',
    lead: 'It may be cut off or mistyped.',
    ways: [
      'Open the newest e-mail that you got and press “Connect Your Accounts” there.',
      'If you copied the link, copy the whole of it.',
      'Or ask the sender of your invite to send it again.',
    ],
  },
  inApp: {
    heading: 'Open this page in your browser',
    lead: 'You are inside {app}. Signing in to other platforms often fails here.',
    menu: 'Use the menu ⋯ and “Open in browser”, or copy the link.',
    open: 'Open in browser',
    copy: 'Copy link',
    copied: 'Copied. Paste it into your browser.',
    byHand: 'Copy it by hand:',
  },
  footer: { help: 'Help', privacy: 'Privacy' },
  help: {
    heading: 'Help',
    how: 'How connecting works',
    steps: [
      'Press Connect. The platform’s own page opens; check that the address is the platform’s.',
      'Sign in there. Your password stays with the platform; we never see it.',
      'Leave every box ticked and agree. You come back to this page by itself.',
    ],
    each: 'Tips for each platform',
    trouble: 'If it does not work',
    troubleTips: [
      'Open this page in Safari, Chrome or Firefox, not inside another app.',
      'Stay in one browser from start to end, and finish within 30 minutes.',
      'You pressed “Cancel” or left a box unticked? Press Connect again; nothing is blocked.',
    ],
  },
  privacy: {
    heading: 'Privacy',
    points: [
      'What is read: your public profile, totals about your audience, your posts and their figures. No messages, no list of followers.',
      'It is shown to the people of {brand} who use Linkage. It is not sold and not shown elsewhere.',
      '{brand} sees when this page was opened, and which connections did not work.',
      'How long: until you disconnect an account here, nothing is read after that. To have what was read deleted, ask {brand}.',
    ],
  },
} as const;

export type Values = Readonly<Record<string, string>>;

/** A text cut at its braces: plain parts, and values to set apart because they may run in another direction. */
export const parts = (text: string, values: Values = {}): { value: boolean; text: string }[] =>
  text
    .split(/\{(\w+)\}/)
    .map((part, at) => ({ value: at % 2 === 1, text: at % 2 === 1 ? (values[part] ?? '') : part }));

/** The same as one string, for titles and labels; isolated by characters where markup cannot be. */
export const fill = (text: string, values: Values = {}): string =>
  parts(text, values)
    .map((part) => (part.value ? `\u2068${part.text}\u2069` : part.text))
    .join('');
