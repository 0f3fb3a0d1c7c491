import { ArrayMaxSize, IsArray, IsOptional, IsString, MaxLength } from 'class-validator';

/** POST /api/microsite/:link/attempts/:attemptId/choice → 202 `Accepted`; 422 `choice-over` once it is too late. */
export class ChooseAccountsRequest {
  /** Ids of `OfferedChoice`; left out: none, which is refused. */
  @IsOptional()
  @IsArray({ message: 'Choose at least one account.' })
  @ArrayMaxSize(1000, { message: 'Choose at most 1,000 accounts.' })
  @IsString({ each: true, message: 'Name accounts by their ids.' })
  @MaxLength(200, { each: true, message: 'Name accounts by their ids.' })
  accounts?: string[];
}
