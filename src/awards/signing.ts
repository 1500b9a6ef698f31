import { createHash } from 'node:crypto'
import type { Day } from '../platform/day.ts'
import { type Terms, terms } from '../policy/terms.ts'
import { versionNamed, versionOn } from '../policy/versions.ts'

export type TermsText = { readonly terms: Terms; readonly version: string; readonly sha256: string }

/** The terms that are signed on a day, and what proves their exact text. */
export const termsOn = (on: Day): TermsText => textOf(versionOn(terms, on))

/** The terms as they were signed. An Error when the version or its text is no longer the one that was signed. */
export function termsSigned(signed: { readonly version: string; readonly sha256: string }): TermsText {
  const known = versionNamed(terms, signed.version)
  const text = known && textOf(known)
  if (text?.sha256 !== signed.sha256) throw new Error(`the text of terms ${signed.version} is not the one signed`)
  return text
}

/** Both languages, headings and clauses in order: the same text always gives the same digest. */
function textOf(chosen: Terms): TermsText {
  const { version, title, opening, clauses } = chosen
  const lines = (['en', 'fr'] as const).flatMap((language) => [
    title[language],
    opening[language],
    ...clauses.flatMap(({ heading, text }) => [heading[language], text[language]]),
  ])
  const sha256 = createHash('sha256')
    .update([version, ...lines].join('\n'), 'utf8')
    .digest('hex')
  return { terms: chosen, version, sha256 }
}
