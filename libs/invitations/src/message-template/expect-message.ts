import { messageFaults, tidyMessage, type WrittenMessage } from '@linkage/contracts';
import { halfAMessage, messageRefused } from './message-template.errors';

/** As requests have it, in flat fields. */
export interface MessageFields {
  readonly messageSubject?: string;
  readonly messageText?: string;
}

/** @throws invalid-request, with each fault at its field */
export const expectMessage = (written: WrittenMessage): WrittenMessage => {
  const faults = messageFaults(written);
  if (faults.length > 0) throw messageRefused(faults);
  return tidyMessage(written);
};

/** undefined: the request has no message. @throws invalid-request */
export const messageIn = ({ messageSubject, messageText }: MessageFields): WrittenMessage | undefined => {
  if (messageSubject === undefined && messageText === undefined) return undefined;
  if (messageSubject === undefined) throw halfAMessage('subject');
  if (messageText === undefined) throw halfAMessage('text');
  return expectMessage({ subject: messageSubject, text: messageText });
};
