// Words of data points that mean the same on several platforms. A platform that counts something else has words of its
// own in its manifest.
import type { DataPointWords } from './manifest';

export const displayName: DataPointWords = {
  label: 'Name',
  note: 'as shown there',
  definition: 'The name that the account shows on the platform.',
  unit: 'text',
};
export const username: DataPointWords = {
  label: 'Username',
  note: 'the handle',
  definition: 'The handle by which the account is found on the platform.',
  unit: 'text',
};
export const avatar: DataPointWords = {
  label: 'Picture',
  note: 'as shown there',
  definition: 'The picture of the account.',
  unit: 'picture',
};
export const email: DataPointWords = {
  label: 'E-mail',
  note: 'from the account',
  definition: 'The e-mail that the platform has for this account. Most platforms do not share it.',
  unit: 'text',
};

export const followers: DataPointWords = {
  label: 'Followers',
  note: 'at the last refresh',
  definition: 'Accounts that follow this one, as the platform counted them at the last refresh.',
  unit: 'number',
};
export const following: DataPointWords = {
  label: 'Following',
  note: 'accounts they follow',
  definition: 'Accounts that this one follows.',
  unit: 'number',
};
export const posts: DataPointWords = {
  label: 'Posts',
  note: 'since the account began',
  definition: 'Everything published since the account began and not deleted. Stories do not count.',
  unit: 'number',
};
export const reach28d: DataPointWords = {
  label: 'Reach, 28 days',
  note: 'unique accounts',
  definition: 'Different accounts that saw any of this account’s posts in the last 28 days. Each counts once.',
  unit: 'number',
};

export const countries: DataPointWords = {
  label: 'Countries',
  note: 'top three and Others',
  definition: 'In which countries they live. The top three are named, all are in the table; Others includes unknown.',
  unit: 'shares',
};
export const cities: DataPointWords = {
  label: 'Cities',
  note: 'top three and Others',
  definition: 'In which cities they live. The top three are named, all are in the table; Others includes unknown.',
  unit: 'shares',
};
export const ages: DataPointWords = {
  label: 'Ages',
  note: 'by bracket',
  definition: 'How old they say that they are, by age bracket.',
  unit: 'shares',
};
export const genders: DataPointWords = {
  label: 'Genders',
  note: 'female, male, others',
  definition: 'What gender they state. Others are undisclosed or non-binary.',
  unit: 'shares',
};

export const likes: DataPointWords = {
  label: 'Likes',
  note: 'at the last refresh',
  definition: 'How many people liked it, at the last refresh.',
  unit: 'number',
};
export const comments: DataPointWords = {
  label: 'Comments',
  note: 'at the last refresh',
  definition: 'How many comments it had at the last refresh.',
  unit: 'number',
};
export const impressions: DataPointWords = {
  label: 'Impressions',
  note: 'repeats counted',
  definition: 'How many times the post was shown in total. One person who saw it five times counts five times.',
  unit: 'number',
};
export const reach: DataPointWords = {
  label: 'Reach',
  note: 'unique accounts',
  definition: 'How many different people saw it. Each counts once, so reach is never more than impressions.',
  unit: 'number',
};
export const views: DataPointWords = {
  label: 'Views',
  note: 'repeats counted',
  definition: 'How often it was played, repeats by the same person counted.',
  unit: 'number',
};
export const shares: DataPointWords = {
  label: 'Shares',
  note: 'at the last refresh',
  definition: 'How often people passed it on.',
  unit: 'number',
};
export const saves: DataPointWords = {
  label: 'Saves',
  note: 'at the last refresh',
  definition: 'How often people kept it for later.',
  unit: 'number',
};
