import { z } from 'zod'
import type { Criterion } from '../opportunities/rules.ts'
import { cleaned, needed, type Parsed, type Problem, saying, ticked } from '../platform/forms.ts'
import { type Form, typed } from '../platform/http.ts'
import { isLanguage, type Language } from '../platform/i18n.ts'
import type { MarkInput } from './commands.ts'
import { formTexts } from './texts.pages.ts'

export const LEAST_WORDS = 10
export const RATIONALE_MAX = 3_000

export const evaluatorsForm = z.object({ evaluators: z.array(z.string()).min(1, saying(formTexts.chooseEvaluator)) })
export const declarationForm = z.object({
  noConflict: ticked(),
  reads: z.array(z.enum(['en', 'fr'])).min(1, saying(formTexts.chooseLanguage)),
})
export const returnForm = z.object({ reason: needed(RATIONALE_MAX) })

/** The names of the fields of one criterion. */
export const markFields = (position: number) => ({
  passed: `passed_${position}`,
  rationale: `rationale_${position}`,
  language: `language_${position}`,
  translated: `translated_${position}`,
})

/**
 * Marks of one page, one by one or all: a criterion that was left alone is not one. Half a mark is a problem at the half
 * that is missing, and so is a page without any.
 */
export function parseMarks(
  form: Form,
  criteria: readonly Criterion[],
  language: Language,
): Parsed<readonly MarkInput[]> {
  const marks: MarkInput[] = []
  const problems: Problem[] = []
  for (const { id, position } of criteria) {
    const names = markFields(position)
    const passed = typed(form, names.passed)
    const rationale = cleaned(typed(form, names.rationale))
    const said = typed(form, names.language)
    if (passed === '' && rationale === '') continue
    if (passed !== 'pass' && passed !== 'fail') problems.push({ field: names.passed, text: formTexts.passOrFail })
    if (rationale === '') problems.push({ field: names.rationale, text: formTexts.reasonMissing })
    else if (wordsIn(rationale) < LEAST_WORDS)
      problems.push({ field: names.rationale, text: formTexts.reasonShort(LEAST_WORDS) })
    else if (rationale.length > RATIONALE_MAX)
      problems.push({ field: names.rationale, text: formTexts.reasonLong(RATIONALE_MAX) })
    const translated = cleaned(typed(form, names.translated))
    if (translated.length > RATIONALE_MAX)
      problems.push({ field: names.translated, text: formTexts.reasonLong(RATIONALE_MAX) })
    marks.push({
      ...{ criterionId: id, passed: passed === 'pass', rationale, translated },
      language: isLanguage(said) ? said : language,
    })
  }
  const first = criteria[0]
  if (marks.length === 0 && first)
    problems.push({ field: markFields(first.position).passed, text: formTexts.decideOne })
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: marks }
}

const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length
