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
              <Difference language={language} lang={half} {...changedPart(before[field][half], after[field][half])} />
            </div>
          ))}
      </div>
    ))}
  </div>
)

/** What lies between the first paragraph that changed and the last: nobody reads a long page again for one word. */
function changedPart(before: string, after: string): { before: string; after: string } {
  const [old, fresh] = [before.split(/\n{2,}/), after.split(/\n{2,}/)]
  const shorter = Math.min(old.length, fresh.length)
  let first = 0
  while (first < shorter - 1 && old[first] === fresh[first]) first += 1
  let last = 0
  while (last < shorter - first - 1 && old.at(-1 - last) === fresh.at(-1 - last)) last += 1
  const part = (blocks: readonly string[]): string => blocks.slice(first, blocks.length - last).join('\n\n')
  return { before: part(old), after: part(fresh) }
}
