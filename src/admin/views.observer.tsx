import { explainedTexts } from '../opportunities/texts.declarations.ts'
import { stateNames } from '../opportunities/texts.ts'
import { formatDay, formatMoney, formatNumber } from '../platform/format.ts'
import { type Language, otherLanguage, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { Select } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Empty } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { ObserverPage } from './pages.observer.ts'
import type { Bought } from './store.observer.ts'
import { observerTexts as texts } from './texts.observer.ts'

/** What a department bought, why not inside, for how much and for how many hours: all postings, by year. */
export function ObserverPageView({ page, language }: { page: ObserverPage; language: Language }) {
  const { rows, years, year, sums, next, zone, later } = page
  const address = (after: ObserverPage['next']) => {
    const query = new URLSearchParams({
      ...(year === null ? {} : { year: String(year) }),
      ...(after ? { after: `${after.id}.${after.key}` } : {}),
    })
    return `${path('/observer', language)}${query.size > 0 ? `?${query}` : ''}`
  }
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      <Form action={path('/observer', language)} method="get" language={language}>
        <div class="row">
          <Select
            language={language}
            name="year"
            label={texts.year[language]}
            empty={texts.allYears[language]}
            value={year === null ? '' : String(year)}
            options={years.map(({ year: value, name: label }) => ({ value: String(value), label }))}
            width="m"
          />
        </div>
        <Button kind="plain">{texts.show[language]}</Button>
      </Form>
      {rows.length === 0 ? (
        <Empty head={texts.none[language]} level={2}>
          <p>{texts.noneText[language]}</p>
        </Empty>
      ) : (
        <FoldTable
          caption={texts.title[language]}
          captionHidden
          columns={[
            { label: texts.what[language] },
            { label: explainedTexts.standalone.short[language] },
            { label: explainedTexts.noCapacity.short[language] },
            { label: texts.value[language], numeric: true },
            { label: texts.hours[language], numeric: true },
            { label: texts.posted[language] },
            { label: texts.state[language] },
          ]}
          rows={rows.map((row) => [
            <What key="what" row={row} language={language} />,
            <Said key="standalone" text={row.standalone} language={language} />,
            <Said key="capacity" text={row.noCapacity} language={language} />,
            <span key="price" class="nowrap">
              {formatMoney(row.price, language)}
            </span>,
            row.hours === null ? '–' : formatNumber(row.hours, language),
            formatDay(dayOf(row.publishedAt, zone), language, { weekday: false }),
            stateNames.program[row.state]?.[language] ?? '',
          ])}
          foot={[
            `${texts.total[language]}${language === 'fr' ? '\u00a0' : ''}: ${texts.postings(sums.postings)[language]}`,
            '',
            '',
            <span key="price" class="nowrap">
              {formatMoney(sums.price, language)}
            </span>,
            formatNumber(sums.hours, language),
            '',
            '',
          ]}
        />
      )}
      {(later || next) && (
        <p>
          {later && <a href={address(null)}>{texts.first[language]}</a>}{' '}
          {next && <a href={address(next)}>{texts.earlier[language]}</a>}
        </p>
      )}
    </>
  )
}

const What = ({ row, language }: { row: Bought; language: Language }) => (
  <>
    <a href={path('/files/:id', language, { id: row.id })}>{row.title[language]}</a>
    <br />
    <span class="small quiet regular">
      {row.number} · {row.team[language]}
    </span>
  </>
)

/** In the reader’s language, or in the other one while there is only that. */
function Said({ text, language }: { text: Text; language: Language }) {
  const other = otherLanguage(language)
  const only = text[language] === '' && text[other] !== ''
  return <span lang={only ? other : undefined}>{text[language] || text[other] || texts.notSaid[language]}</span>
}
