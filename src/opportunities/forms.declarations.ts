import { cleaned, formTexts, type Parsed, type Problem } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { type Explained, type ExplainedName, explainedNames } from './rules.declarations.ts'
import { declarationTexts, usualReasons } from './texts.declarations.ts'

/** Letters of one explanation in one language. */
export const MOST_EXPLAINED = 600
export const OWN = 'own'

/** The names of the fields of one explanation: the sentence chosen, and both halves of one’s own words. */
export const explainFields = (name: ExplainedName) => ({
  reason: `${name}_reason`,
  en: `${name}_because_en`,
  fr: `${name}_because_fr`,
})

/** Does the form ask for explanations at all? The one that submits a statement does so only while they are missing. */
export const asksToExplain = (form: Form): boolean =>
  explainedNames.some((name) => Object.values(explainFields(name)).some((field) => form[field] !== undefined))

/** A chosen sentence comes in both languages; one’s own words need the language of the statement. */
export function parseExplained(form: Form, source: Language): Parsed<Explained> {
  const problems: Problem[] = []
  const read = (name: ExplainedName): Text => {
    const fields = explainFields(name)
    const own = { en: cleaned(typed(form, fields.en)), fr: cleaned(typed(form, fields.fr)) }
    const chosen = typed(form, fields.reason)
    const usual = Object.hasOwn(usualReasons[name], chosen) ? usualReasons[name][chosen] : undefined
    if (usual) return usual
    if (chosen !== OWN && own.en === '' && own.fr === '')
      problems.push({ field: fields.reason, text: declarationTexts.chooseOne })
    else if (own[source] === '') problems.push({ field: fields[source], text: declarationTexts.missing })
    for (const language of languages)
      if (own[language].length > MOST_EXPLAINED)
        problems.push({ field: fields[language], text: formTexts.tooLong(MOST_EXPLAINED) })
    return own
  }
  const value = { standalone: read('standalone'), noCapacity: read('noCapacity') }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value }
}

/** Saved explanations as the form shows them: the sentence that they are, where one can choose, or one’s own words. */
export function explainedTyped(explained: Explained, chooses: boolean): Form {
  const form: Record<string, string> = {}
  for (const name of explainedNames) {
    const fields = explainFields(name)
    const { en, fr } = explained[name]
    const usual = Object.entries(usualReasons[name]).find(([, text]) => text.en === en && text.fr === fr)?.[0]
    if (usual && chooses) form[fields.reason] = usual
    else if (en !== '' || fr !== '') Object.assign(form, { [fields.reason]: OWN, [fields.en]: en, [fields.fr]: fr })
  }
  return form
}
