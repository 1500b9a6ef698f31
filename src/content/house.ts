import type { Department } from '../accounts/store.ts'

/** Where pages are read that belong to no department. */
export const COMMON_ZONE = 'America/Toronto'

/** Where one department uses the program, its words are everybody’s. Departments that are made up do not count beside it. */
export function onlyOne(departments: readonly Department[]): Department | undefined {
  const real = departments.filter(({ simulated }) => !simulated)
  if (real.length > 0) return real.length === 1 ? real[0] : undefined
  return departments.length === 1 ? departments[0] : undefined
}
