import { stuckMail } from './stuck-mail';

const none = { limits: 0, server: 0, answer: 0, receiver: 0, member: 0, creator: 0 };
const quotas = {
  workspaceHour: 200,
  workspaceDay: 1_000,
  invitationDay: 10,
  invitationPauseSeconds: 60,
  installationHour: 500,
};
const way = { sendsMail: true, quotas };

describe('mails that do not go out', () => {
  it('are none while they are on their way, put off by the receiving side, or wait for a person', () =>
    expect(stuckMail({ ...none, server: 40, receiver: 3, member: 2, creator: 1 }, way)).toBeNull());
  it('are those that the mail server does not answer to, with those that are held back meanwhile', () =>
    expect(stuckMail({ ...none, answer: 4, server: 96, limits: 10 }, way)).toEqual({
      cause: 'no-answer',
      count: 100,
      most: null,
    }));
  it('are those beyond the limits, with what the workspace may send, and nothing of the others', () =>
    expect(stuckMail({ ...none, limits: 10, server: 5 }, way)).toEqual({
      cause: 'limits',
      count: 10,
      most: { workspaceHour: 200, workspaceDay: 1_000 },
    }));
  it('are all that were asked for, once there is no mail server', () => {
    const left = { ...none, limits: 1, server: 2, answer: 3, receiver: 4, member: 5 };
    expect(stuckMail(left, { sendsMail: false, quotas: null })).toEqual({
      cause: 'no-mail-server',
      count: 10,
      most: null,
    });
    expect(stuckMail({ ...none, member: 5 }, { sendsMail: false, quotas: null })).toBeNull();
  });
});
