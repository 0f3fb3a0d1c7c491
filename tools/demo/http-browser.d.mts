/** As much of a browser as the path of a person needs. */
export declare class HttpBrowser {
  constructor(origin: string);
  get(path: string): Promise<Response>;
  post(path: string, body?: unknown): Promise<Response>;
  /** The platform's pages: chooses `person` on the log-in page, then allows or cancels, and comes back to Linkage. */
  consent(authorizeUrl: string, person: string, decide: 'allow' | 'cancel'): Promise<void>;
}
