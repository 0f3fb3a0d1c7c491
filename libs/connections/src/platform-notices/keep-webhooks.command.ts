import { Command } from '@nestjs/cqrs';

/** See to it that the platforms whose webhook secret is set post to their webhook. */
export class KeepWebhooks extends Command<void> {}
