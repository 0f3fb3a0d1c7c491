export interface DemoCreator {
  readonly name: string;
  readonly email: string;
  /** What the creator does with the invitation; `as` is whom they are on the platform sandbox. */
  readonly connects: readonly {
    readonly platform: string;
    readonly as: string;
    readonly decide?: 'allow' | 'cancel';
  }[];
}
export declare const creators: readonly DemoCreator[];
