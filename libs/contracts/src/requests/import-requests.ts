import { IsBoolean, IsInt, IsNotEmpty, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { CreatorRow } from '../creator-rows';
import { MOST_PARTS } from '../invitation-imports';
import { IsMessageSubject, IsMessageText } from './is-message';
import { AreCreatorRows, AreTexts } from './are-creator-rows';

/** PUT /api/invitations/imports/:id/parts/:part */
export class UploadRowsRequest {
  /** As they are to be sent; faulty ones are judged when the import is started. */
  @AreCreatorRows()
  rows!: CreatorRow[];
}

/** POST /api/invitations/imports/:id/start → 202 `ImportAccepted`. */
export class StartImportRequest {
  /** As shown in the list of imports. */
  @IsString()
  @IsNotEmpty({ message: 'Give the name of the file.' })
  @MaxLength(255, { message: 'Use at most 255 characters.' })
  fileName!: string;

  @IsInt({ message: 'Give a whole number of parts.' })
  @Min(1, { message: 'Upload at least one part.' })
  @Max(MOST_PARTS, { message: `Upload at most ${MOST_PARTS} parts.` })
  parts!: number;

  /** Send the good rows, although others are faulty. Without it, one faulty row refuses them all. */
  @IsOptional()
  @IsBoolean({ message: 'Say true or false.' })
  leaveOutFaulty?: boolean;

  /** What the mails of all rows say, with `messageText`; without both, the template of the workspace. */
  @IsMessageSubject()
  messageSubject?: string;

  @IsMessageText()
  messageText?: string;
}

/** POST /api/invitations/invited-before → 200 `InvitedBeforeAnswer`. */
export class InvitedBeforeRequest {
  @AreTexts()
  emails!: string[];
}
