/** A mail that was asked for, and the one before it, as long as this one may come to nothing. */
export interface AskedMail<Mail> {
  /** Id of the fact that asked for it. */
  readonly askedBy: string;
  readonly before: Mail | null;
}

/** What the fact `askedBy` asked for came to nothing: everything is as before it. */
export const withoutMail = <Mail extends AskedMail<Mail>>(mail: Mail, askedBy: string): Mail => {
  if (mail.before === null) return mail;
  return mail.askedBy === askedBy ? mail.before : { ...mail, before: withoutMail(mail.before, askedBy) };
};

/** A withdrawal takes back what was asked for once more and has not gone out. */
export const withoutPendingMails = <Mail extends AskedMail<Mail>>(mail: Mail): Mail =>
  mail.before === null ? mail : withoutPendingMails(mail.before);

/** Of a mail that counts no more, an outcome changes nothing. */
export const withMailOutcome = <Mail extends AskedMail<Mail>>(
  mail: Mail,
  askedBy: string,
  change: (mail: Mail) => Mail,
): Mail => {
  if (mail.askedBy === askedBy) return change(mail);
  return mail.before === null ? mail : { ...mail, before: withMailOutcome(mail.before, askedBy, change) };
};
