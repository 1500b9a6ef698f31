/** The longest each text may be, in characters. Source of the first two: mission M3. */
export const limits = {
  title: 100,
  teaser: 500,
  team: 200,
  background: 5_000,
  work: 10_000,
  skills: 60,
  workCriteria: 1_000,
  applicationCriteria: 1_000,
  provisions: 300,
} as const

/** The most rows of a list. */
export const mostRows = {
  skills: 10,
  workCriteria: 15,
  applicationCriteria: 6,
  provisions: 10,
} as const
