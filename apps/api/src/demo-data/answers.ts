export type Answer = Readonly<Record<string, unknown>>;

/** The member's side. */
export interface Desk {
  /** Reads what was written up to `position`, too. */
  get(path: string, position?: string): Promise<Answer>;
  post(path: string, body: object): Promise<Answer>;
}

/** What the server answered. @throws Error with its words where it refused */
export const answerOf = async (answer: Response): Promise<Answer> => {
  const body = (await answer.json()) as Answer;
  if (!answer.ok) throw new Error(String(body['detail'] ?? answer.status));
  return body;
};
