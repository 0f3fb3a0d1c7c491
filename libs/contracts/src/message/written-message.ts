/**
 * What a brand writes to creators. `subject` is one line. `text` is plain text with a little formatting, which
 * `parseMessage` reads; everything else in it is text and never markup.
 */
export interface WrittenMessage {
  readonly subject: string;
  readonly text: string;
}

export const LONGEST_SUBJECT = 150;
export const LONGEST_MESSAGE = 5_000;

/** The creator's name, the brand's, that of the member who invites, and the way to the microsite. */
export const messageVariables = ['name', 'workspace', 'sender', 'connectLink'] as const;
export type MessageVariable = (typeof messageVariables)[number];

/** What is filled in for each variable but the link, which has words of its own. */
export type MessageNames = Readonly<Record<Exclude<MessageVariable, 'connectLink'>, string>>;

export const CONNECT_WORDS = 'Connect Your Accounts';

/** What is sent unless a brand writes something else. */
export const predefinedMessage: WrittenMessage = {
  subject: '“{{workspace}}” invites you to share your channel figures',
  text: `Hi {{name}},

{{workspace}} would like to follow how your channels are doing, so that you never have to send screenshots again. You choose which accounts to connect; it takes about two minutes on a phone.

{{connectLink}}

Many thanks
{{sender}}`,
};

/** As it is kept and compared: line ends are LF, and nothing that is not seen stands at the ends. */
export const tidyMessage = ({ subject, text }: WrittenMessage): WrittenMessage => ({
  subject: subject.trim(),
  text: text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+$/gm, '')
    .trim(),
});

export const isSameMessage = (one: WrittenMessage, other: WrittenMessage): boolean => {
  const [first, second] = [tidyMessage(one), tidyMessage(other)];
  return first.subject === second.subject && first.text === second.text;
};
