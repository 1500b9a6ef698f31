import { type FilePageFacts, titleOf } from '../opportunities/decisionPages.tsx'
import { explainedNames } from '../opportunities/rules.declarations.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { explainedTexts } from '../opportunities/texts.declarations.ts'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { pdfOf } from '../platform/pdf.ts'
import { initiationLines } from './initiation.ts'
import { approvalTexts as texts, initiationTexts as words } from './texts.ts'

/** The initiation form as a tagged PDF: what the page says, with the declarations, in one language. */
export function initiationPdf(facts: FilePageFacts, language: Language): Promise<Buffer> {
  const { opportunity, department, explained, now } = facts
  const title = `${decisionTexts.pifTitle[language]} – ${opportunity.number}`
  const other = otherLanguage(language)
  const untranslated = opportunity.title[language] === '' ? other : undefined
  return pdfOf({
    ...{ title, language, author: department.name[language], madeAt: opportunity.gates.pif?.at ?? now },
    foot: (page, pages) => words.foot(title, page, pages)[language],
    blocks: [
      { kind: 'heading', level: 1, text: decisionTexts.pifTitle[language] },
      { kind: 'paragraph', text: titleOf(facts, language), language: untranslated },
      ...(opportunity.gates.pif ? [] : [{ kind: 'paragraph', text: texts.notCompleted[language] } as const]),
      { kind: 'heading', level: 2, text: words.what[language] },
      { kind: 'pairs', items: initiationLines(facts, language) },
      { kind: 'heading', level: 2, text: texts.declared[language] },
      {
        kind: 'pairs',
        items: explainedNames.map((name) => {
          const said = explained[name]
          return {
            label: explainedTexts[name].short[language],
            value: said[language] || said[other] || words.notSaid[language],
            language: said[language] === '' && said[other] !== '' ? other : undefined,
          }
        }),
      },
    ],
  })
}
