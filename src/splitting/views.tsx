import { formatDay } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { dayOf } from '../platform/time.ts'
import { Select } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Empty, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { ListedFlag, ShownFlags } from './pages.ts'
import { type Rule, rules } from './rules.compare.ts'
import { foundSays } from './sentences.ts'
import { foreign, stateTag } from './showFlag.tsx'
import { splittingTexts as texts } from './texts.pages.ts'
import { ruleNames } from './texts.ts'

/** What the rules found in the department, with filters. */
export const FlagsPage = ({
  language,
  zone,
  listed,
  show,
  rule,
}: {
  language: Language
  zone: string
  listed: readonly ListedFlag[]
  show: ShownFlags
  rule: Rule | undefined
}) => (
  <>
    <h1>{texts.listTitle[language]}</h1>
    <p class="lead">{texts.listLead[language]}</p>
    <Form action={path('/splitting', language)} method="get" language={language} label={texts.show[language]}>
      <div class="acts">
        <Select
          language={language}
          name="show"
          label={texts.state[language]}
          value={show}
          options={[
            { value: 'open', label: texts.open[language] },
            { value: 'all', label: texts.all[language] },
          ]}
        />
        <Select
          language={language}
          name="rule"
          label={texts.rule[language]}
          value={rule ?? ''}
          options={[
            { value: '', label: texts.anyRule[language] },
            ...rules.map((each) => ({ value: each, label: `${each} – ${ruleNames[each][language]}` })),
          ]}
        />
        <Button kind="plain">{texts.show[language]}</Button>
      </div>
    </Form>
    {listed.length === 0 ? (
      <Empty head={texts.emptyOpen[language]} level={2}>
        <p>{texts.emptyMore[language]}</p>
      </Empty>
    ) : (
      <FoldTable
        caption={texts.listTitle[language]}
        captionHidden
        columns={[
          { label: texts.file[language] },
          { label: texts.finding[language] },
          { label: texts.state[language] },
          { label: texts.since[language] },
        ]}
        rows={listed.map(({ flag, file }) => [
          file ? (
            <>
              <a href={path('/files/:id/splitting', language, { id: file.id })} lang={foreign(file.titleIn, language)}>
                {file.title[language]}
              </a>
              <br />
              <span class="small quiet regular">
                {file.number} · {file.team}
              </span>
            </>
          ) : (
            texts.department[language]
          ),
          <>
            <strong>{ruleNames[flag.rule][language]}</strong>
            <br />
            {foundSays(flag.found)[language]}
          </>,
          <span key="state" class="nowrap">
            <Tag {...stateTag(flag, language)} />
          </span>,
          <span key="since" class="nowrap">
            {formatDay(dayOf(flag.raisedAt, zone), language, { weekday: false })}
          </span>,
        ])}
      />
    )}
  </>
)
