/** A calendar day, `YYYY-MM-DD`, without a clock or a zone. A deadline is an instant (Date); a due date is a Day. */
export type Day = string & { readonly __unit: 'day' }
/** A literal day, for tables of rules and tests. */
export const day = (text: `${number}-${number}-${number}`): Day => text as Day
