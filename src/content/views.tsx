import { formatDay } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import type { TextHeading } from '../ui/markdown.tsx'
import { MarkdownPage } from '../ui/markdown.tsx'
import { Panel } from '../ui/parts.tsx'
import type { ReadPage } from './pages.ts'
import { contentAddresses } from './rules.ts'
import { readingTexts as texts } from './texts.ts'

/** A page of guidance: its text with its contents beside it, and when it last changed. */
export function GuidancePage({ read, edits, language }: { read: ReadPage; edits: boolean; language: Language }) {
  const { page, title, lead, text, contents, changedAt, zone, department, others } = read
  const address = path(contentAddresses[page], language)
  return (
    <>
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {department && (
        <p>
          {texts.ofDepartment(department)[language]} <a href={address}>{texts.forAll[language]}</a>
        </p>
      )}
      <div class="two">
        <div class="col">
          <MarkdownPage text={text} />
          <p class="small quiet">
            {texts.changed[language]}{' '}
            <time dateTime={changedAt.toISOString()}>
              {formatDay(dayOf(changedAt, zone), language, { weekday: false })}
            </time>
            .
            {edits && (
              <>
                {' '}
                <a href={path('/content/:page', language, { page })}>{texts.edit[language]}</a>
              </>
            )}
          </p>
        </div>
        <aside class={page === 'faq' ? 'noprint' : 'stick noprint'} aria-label={texts.contents[language]}>
          <Panel id="contents" head={texts.contents[language]}>
            <Contents headings={contents} deep={page === 'faq'} />
          </Panel>
          {others.length > 0 && (
            <Panel id="others" head={texts.others[language]}>
              <ul class="small">
                {others.map(({ code, name }) => (
                  <li key={code}>
                    <a href={`${address}?department=${encodeURIComponent(code)}`}>{name[language]}</a>
                  </li>
                ))}
              </ul>
            </Panel>
          )}
        </aside>
      </div>
    </>
  )
}

/** The sections of the page; of frequent questions each question too. */
function Contents({ headings, deep }: { headings: readonly TextHeading[]; deep: boolean }) {
  const tops = headings.flatMap((heading, place) => (heading.level <= 2 ? [{ heading, place }] : []))
  return (
    <ul class="small">
      {tops.map(({ heading, place }, index) => {
        const parts = headings.slice(place + 1, tops[index + 1]?.place).filter(({ level }) => level === 3)
        return (
          <li key={heading.anchor}>
            <a href={`#${heading.anchor}`}>{heading.text}</a>
            {deep && parts.length > 0 && (
              <ul>
                {parts.map(({ anchor, text }) => (
                  <li key={anchor}>
                    <a href={`#${anchor}`}>{text}</a>
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}
