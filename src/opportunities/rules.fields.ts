export const pairFields = ['title', 'teaser', 'team', 'background', 'work'] as const
export type PairFieldName = (typeof pairFields)[number]
export const listFields = ['skills', 'workCriteria', 'applicationCriteria', 'provisions'] as const
export type ListFieldName = (typeof listFields)[number]
