import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Injectable } from '@nestjs/common';
import { isPersonal, personalWords } from './personal-words';
import { weakPassword } from './workspace.errors';

/** Fewer guesses than a million: the attempts that are let through in a year may find it. */
const LEAST_SCORE = 2;

/** The rest of a longer password is not looked at: the time grows by more than the length. */
const bounds = { maxLength: 40, l33tMaxSubstitutions: 10 };

const PERSONAL = 'It can be guessed from your name or e-mail';
const COMMON = 'Many people use it or one like it';
const reasons: Readonly<Record<string, string>> = {
  userInputs: PERSONAL,
  simpleRepeat: 'It repeats itself',
  extendedRepeat: 'It repeats itself',
  sequences: 'It is a sequence, such as abc or 6543',
  straightRow: 'Its keys lie next to each other',
  keyPattern: 'Its keys lie next to each other',
  topTen: COMMON,
  topHundred: COMMON,
  common: COMMON,
  similarToCommon: COMMON,
};

/** Refuses passwords that are guessed first, by lists that are on this machine: no word of a password leaves it. */
@Injectable()
export class PasswordStrength {
  private estimator: Promise<ZxcvbnFactory> | undefined;

  /**
   * @param about e-mail and names, which a stranger may know.
   * @throws invalid-request, naming the field `password` and why
   */
  async expectStrong(password: string, about: readonly string[]): Promise<void> {
    const words = personalWords(about);
    if (isPersonal(password, words)) throw weakPassword(PERSONAL);
    const estimator = await (this.estimator ??= loadEstimator());
    const { score, feedback } = estimator.check(password.normalize('NFC'), [...words, 'linkage']);
    if (score < LEAST_SCORE) throw weakPassword(reasons[feedback.warning ?? ''] ?? 'It is guessed soon');
  }
}

/** When it is first needed: the lists take some megabytes and a moment. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ ...bounds, graphs: adjacencyGraphs, dictionary });
}
