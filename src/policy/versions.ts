import type { Day } from '../platform/day.ts'

/** A text that people agree to. What is stored with a signature is its version, never a copy that could drift. */
export type Versioned = { readonly version: string; readonly from: Day }

/** The version in force on a day; before the first, the first. Versions stand oldest first. */
export function versionOn<V extends Versioned>(versions: readonly [V, ...V[]], on: Day): V {
  return versions.findLast(({ from }) => from <= on) ?? versions[0]
}

/** The version of that name, to show again what was agreed to. */
export function versionNamed<V extends Versioned>(versions: readonly [V, ...V[]], version: string): V | undefined {
  return versions.find((each) => each.version === version)
}
