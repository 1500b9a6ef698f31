import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Markdown } from '../ui/markdown.tsx'
import { Panel, Quote } from '../ui/parts.tsx'
import { guideSections, guides, guideTexts as texts } from './texts.guide.ts'

/** The guide for suppliers: one page, with its contents beside it and an example of an answer. */
export function GuidePage({ language }: { language: Language }) {
  const { lead, sections, example, checklist } = guides[language]
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{lead}</p>
      <div class="two">
        <div class="col">
          {guideSections.map((section) => (
            <section key={section} aria-labelledby={section}>
              <h2 id={section}>{sections[section].head}</h2>
              <Markdown text={sections[section].text} top={3} />
            </section>
          ))}
          <section aria-labelledby="example">
            <h2 id="example">{example.head}</h2>
            <p>{example.lead}</p>
            <h3>{texts.criterion[language]}</h3>
            <Quote>
              <p>{example.criterion}</p>
            </Quote>
            <h3>{texts.answer[language]}</h3>
            <Quote>
              <p>{example.answer}</p>
            </Quote>
            <h3>{texts.why[language]}</h3>
            <List items={example.why} />
          </section>
          <section aria-labelledby="checklist">
            <h2 id="checklist">{checklist.head}</h2>
            <List items={checklist.items} />
            <p>
              <a href={path('/opportunities', language)}>{texts.see[language]}</a>
            </p>
          </section>
        </div>
        <aside class="stick" aria-label={texts.contents[language]}>
          <Panel id="contents" head={texts.contents[language]}>
            <ul class="small">
              {[
                ...guideSections.map((section) => [section, sections[section].head] as const),
                ['example', example.head] as const,
                ['checklist', checklist.head] as const,
              ].map(([id, head]) => (
                <li key={id}>
                  <a href={`#${id}`}>{head}</a>
                </li>
              ))}
            </ul>
            <p class="small">
              <a href={path('/process', language)}>{texts.process[language]}</a>
            </p>
          </Panel>
        </aside>
      </div>
    </>
  )
}

const List = ({ items }: { items: readonly string[] }) => (
  <ul>
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ul>
)
