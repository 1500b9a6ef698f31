import { difference } from '../platform/difference.ts'
import type { Language, Text } from '../platform/i18n.ts'

const words = {
  removed: { en: 'removed:', fr: 'retiré\u00a0:' },
  added: { en: 'added:', fr: 'ajouté\u00a0:' },
  end: { en: 'end of change', fr: 'fin du changement' },
  nothing: { en: 'No change', fr: 'Aucun changement' },
} satisfies Record<string, Text>

/**
 * Two versions of one text as one text with its changes: struck through what went, underlined what came, and said in
 * words to those who do not see it. `lang` is the language of the text itself, when it is not that of the page.
 */
export function Difference({
  language,
  before,
  after,
  lang,
}: {
  language: Language
  before: string
  after: string
  lang?: Language | undefined
}) {
  const changes = difference(before, after)
  if (changes.every(({ kind }) => kind === 'same')) return <p class="diff">{words.nothing[language]}</p>
  const said = (text: Text) => (
    <span class="vh" lang={lang && lang !== language ? language : undefined}>
      {` ${text[language]} `}
    </span>
  )
  return (
    <p class="diff" lang={lang && lang !== language ? lang : undefined}>
      {changes.map(({ kind, text }) =>
        kind === 'same' ? (
          text
        ) : kind === 'added' ? (
          <ins>
            {said(words.added)}
            {text}
            {said(words.end)}
          </ins>
        ) : (
          <del>
            {said(words.removed)}
            {text}
            {said(words.end)}
          </del>
        ),
      )}
    </p>
  )
}
