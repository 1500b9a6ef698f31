import { formatDay } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { Fold } from '../ui/parts.tsx'
import type { TermsText } from './signing.ts'
import { offerTexts } from './texts.pages.ts'

/** The terms in one language, whole, with what proves their exact text: the same for both who sign. */
export function TermsFold({
  label,
  terms: { terms, version, sha256 },
  language,
  open,
}: {
  label: string
  terms: TermsText
  language: Language
  open?: boolean
}) {
  return (
    <Fold label={label} open={open}>
      <p>{terms.opening[language]}</p>
      <ol>
        {terms.clauses.map(({ id, heading, text }) => (
          <li key={id}>
            <p>
              <strong>{heading[language]}.</strong> {text[language]}
            </p>
          </li>
        ))}
      </ol>
      <p class="small quiet">
        {offerTexts.termsVersion(version)[language]} · {formatDay(terms.from, language, { weekday: false })}
      </p>
      <dl class="pairs break mono">
        <dt>{offerTexts.digest[language]}</dt>
        <dd>{sha256}</dd>
      </dl>
    </Fold>
  )
}
