import type { Person } from '../accounts/store.ts'
import { type Language, languages } from '../platform/i18n.ts'
import { Difference } from '../ui/difference.tsx'
import { languageNames } from '../ui/texts.ts'
import { type Words, wordFields } from './rules.ts'
import { wordFieldNames, writingTexts } from './texts.ts'

export type People = ReadonlyMap<string, Pick<Person, 'name'>>
export type Said = { readonly language: Language; readonly zone: string; readonly people: People }

export const nameOf = (people: People, id: string | null, language: Language): string =>
  (id === null ? undefined : people.get(id)?.name) ?? writingTexts.somebody[language]

/** What changed, field by field in each language, as the text was typed. */
export const Changes = ({ before, after, language }: { before: Words; after: Words; language: Language }) => (
  <div class="two even">
    {languages.map((half) => (
      <div key={half}>
        {wordFields
          .filter((field) => before[field][half] !== after[field][half])
          .map((field) => (
            <div key={field}>
              <p>
                <strong>{wordFieldNames[field][language]}</strong> – <span lang={half}>{languageNames[half]}</span>
              </p>
              <Difference language={language} lang={half} before={before[field][half]} after={after[field][half]} />
            </div>
          ))}
      </div>
    ))}
  </div>
)
