import { MOST_EXPLAINED } from '../opportunities/forms.declarations.ts'
import { limits } from '../opportunities/forms.statement.ts'
import { explainedField, explainedNames } from '../opportunities/rules.declarations.ts'
import { listFields, pairFields } from '../opportunities/rules.readiness.ts'
import { baseOf } from './rules.segments.ts'

/** How many letters a translated text may have, by its field. */
export function mostOf(field: string): number {
  const base = baseOf(field)
  if (explainedNames.some((name) => explainedField(name) === base)) return MOST_EXPLAINED
  return limits[fieldNames.find((name) => name === base) ?? 'work']
}

const fieldNames = [...pairFields, ...listFields]
