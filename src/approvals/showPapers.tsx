import type { Day } from '../platform/day.ts'
import type { Tx } from '../platform/db.ts'
import { formatDay } from '../platform/format.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import type { Policy } from '../policy/rules.ts'
import { safeHref } from '../ui/link.ts'
import { Note } from '../ui/parts.tsx'
import { isValid, type MissingPaper, missingPapers, type Paper } from './rules.papers.ts'
import { papersOf } from './store.papers.ts'
import { missingTexts, paperKindNames, paperTexts as texts } from './texts.papers.ts'

/** What pages show of a department’s authority: the papers that stand today, and what the policy asks for and is not there. */
export type ShownPapers = { readonly standing: readonly Paper[]; readonly missing: readonly MissingPaper[] }

export async function papersShown(tx: Tx, departmentId: string, policy: Policy, on: Day): Promise<ShownPapers> {
  const papers = await papersOf(tx, departmentId)
  return { standing: papers.filter((paper) => isValid(paper, on)), missing: missingPapers(papers, policy, on) }
}

/** The papers of authority, on the page of whoever relies on them. */
export const PapersList = ({ papers, language }: { papers: ShownPapers; language: Language }) => (
  <>
    {papers.missing.length > 0 && (
      <Note tone="warn" head={texts.missingHead[language]} level={3}>
        <ul>
          {papers.missing.map((missing) => (
            <li key={missing.kind}>{missingSaid(missing)[language]}</li>
          ))}
        </ul>
      </Note>
    )}
    {papers.standing.length === 0 ? (
      <p class="quiet">{texts.none[language]}</p>
    ) : (
      <ul>
        {papers.standing.map((paper) => (
          <li key={paper.id}>
            {`${paperKindNames[paper.kind][language]}${language === 'fr' ? '\u00a0' : ''}: `}
            <PaperLink paper={paper} language={language} />
            <br />
            <span class="small quiet">{datesSaid(paper, language)}</span>
          </li>
        ))}
      </ul>
    )}
  </>
)

/** What is missing, in a sentence. */
export const missingSaid = ({ kind, because }: MissingPaper): Text => missingTexts[because](paperKindNames[kind])

/** The title of a paper, as the link to where it is read. */
export function PaperLink({ paper, language }: { paper: Paper; language: Language }) {
  const { id, link, title, language: lang } = paper
  const href = link === '' ? path('/papers/:id/file', language, { id }) : safeHref(link)
  const shown = <span lang={lang === language ? undefined : lang}>{title}</span>
  return href ? <a href={href}>{shown}</a> : shown
}

/** From when to when a paper stands. */
export function datesSaid({ dated, validUntil }: Paper, language: Language): string {
  const day = (of: Day) => formatDay(of, language, { weekday: false })
  return (validUntil ? texts.datedUntil(day(dated), day(validUntil)) : texts.datedSince(day(dated)))[language]
}
