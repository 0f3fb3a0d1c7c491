import type { ChosenMessage } from './message-template.events';

/** What a fact's mail says, without its other fields. */
export const chosenIn = ({ message, template }: ChosenMessage): ChosenMessage => ({
  ...(message !== undefined && { message }),
  ...(template !== undefined && { template }),
});
