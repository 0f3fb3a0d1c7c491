import { historyKinds } from '@linkage/contracts';
import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';

const searched =
  'Names and e-mails of creators and members, account names, and words of the sentence, its detail, kind and platform, or their beginnings. ' +
  'Every word must fit. Names are those known now; beside other words they may be those of one creator or member. ' +
  'Not searched: by how much followers have changed, words for a person who is not known (any more), and the raw fact';

/** Describes the filter that every list of the history takes. */
export const ApiHistoryFilter = (): MethodDecorator =>
  applyDecorators(
    ApiQuery({
      name: 'kind',
      required: false,
      description: `One or several of ${historyKinds.join(', ')}, with commas between`,
    }),
    ApiQuery({
      name: 'actor',
      required: false,
      description: 'Who did it: a member id, an invitation id (the creator) or the name of a part of the system',
    }),
    ApiQuery({
      name: 'person',
      required: false,
      description: 'Whom it is about: an invitation id (the creator) or a member id',
    }),
    ApiQuery({
      name: 'subject',
      required: false,
      description: 'What it happened to: an invitation, attempt, account, member or workspace id',
    }),
    ApiQuery({ name: 'correlation', required: false, description: 'Everything that one request set in motion' }),
    ApiQuery({ name: 'from', required: false, description: 'First date (UTC), or a time with its offset' }),
    ApiQuery({
      name: 'to',
      required: false,
      description: 'Last date (UTC), inclusive; or a time with its offset, exclusive',
    }),
    ApiQuery({ name: 'search', required: false, description: searched }),
    ApiQuery({
      name: 'direction',
      required: false,
      enum: ['asc', 'desc'],
      description: '`desc` (usual): newest first',
    }),
  );
