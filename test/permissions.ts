import type { Routes, Who } from '../src/accounts/routing.ts'

/** `public`, or the roles in the order of the alphabet, so that order never matters. */
export const written = (who: Who | string): string =>
  (typeof who === 'string' ? who.split(' ') : [...who]).toSorted().join(' ')

/** A route's key with one space. */
export const keyOf = (key: string): string => key.split(/ +/).join(' ')

/** Every difference between the routes and the written table. */
export function differences(routes: Routes, table: Readonly<Record<string, string>>): string[] {
  const keys = new Set(Object.keys(routes).map(keyOf))
  const wrong = Object.entries(routes).flatMap(([key, { who }]) => {
    const line = table[keyOf(key)]
    if (line === undefined) return [`${keyOf(key)} is not written down: ${written(who)}`]
    return written(line) === written(who) ? [] : [`${keyOf(key)} is for ${written(who)}, not ${written(line)}`]
  })
  const gone = Object.keys(table).filter((key) => !keys.has(key))
  return [...wrong, ...gone.map((key) => `${key} is written down and does not exist`)]
}
