import type { Day } from '../platform/day.ts'
import { formatDay } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import { type Language, languages, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { type Policy, paperKinds } from '../policy/rules.ts'
import { Radios } from '../ui/choices.tsx'
import { DateField, FileField, LinkField, TextArea, TextField } from '../ui/fields.tsx'
import { Button, Form } from '../ui/form.tsx'
import { Empty, Fold, Note, Quote, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { languageNames } from '../ui/texts.ts'
import { isValid, type MissingPaper, type Paper } from './rules.papers.ts'
import { datesSaid, missingSaid, PaperLink } from './showPapers.tsx'
import { paperKindNames, paperTexts as texts } from './texts.papers.ts'

type Shown = {
  readonly papers: readonly Paper[]
  readonly missing: readonly MissingPaper[]
  readonly policy: Policy
  readonly today: Day
  readonly language: Language
  readonly form: Typed
  readonly problems: Problems
  /** Who keeps the papers adds and removes; everybody else reads. */
  readonly may: boolean
  /** Pages about authority that this reader may open. */
  readonly links: readonly { readonly pattern: string; readonly label: Text }[]
  /** The notice whose reply was being recorded. */
  readonly replying?: string | undefined
}

/** On what the department’s authority rests, and what is missing for a posting. */
export function PapersPage(props: Shown) {
  const { papers, missing, policy, language, may, links, replying, form, problems } = props
  const adding = replying === undefined
  return (
    <>
      <h1>{texts.title[language]}</h1>
      <p class="lead">{texts.lead[language]}</p>
      {missing.length > 0 ? (
        <Note tone="bad" head={texts.missingHead[language]} level={2}>
          <ul>
            {missing.map((each) => (
              <li key={each.kind}>{missingSaid(each)[language]}</li>
            ))}
          </ul>
        </Note>
      ) : (
        <Note tone="ok" head={texts.allThere[language]} level={2} />
      )}
      <h2>{texts.listHead[language]}</h2>
      {papers.length === 0 ? <Empty head={texts.none[language]} /> : <PapersTable {...props} />}
      {papers
        .filter(({ kind }) => kind === 'union_notice')
        .map((notice) => (
          <Reply key={notice.id} {...props} notice={notice} />
        ))}
      <h2>{texts.agentsHead[language]}</h2>
      {policy.bargainingAgents.length === 0 ? (
        <p class="quiet">{texts.noAgents[language]}</p>
      ) : (
        <ul>
          {policy.bargainingAgents.map(({ name, email, language: theirs }) => (
            <li key={email}>
              <span lang={theirs === language ? undefined : theirs}>{name}</span> {`<${email}>`}
            </li>
          ))}
        </ul>
      )}
      <nav aria-label={texts.related[language]}>
        <h2>{texts.related[language]}</h2>
        <ul>
          {links.map(({ pattern, label }) => (
            <li key={pattern}>
              <a href={path(pattern, language)}>{label[language]}</a>
            </li>
          ))}
        </ul>
      </nav>
      {may && <AddPaper language={language} form={adding ? form : {}} problems={adding ? problems : []} />}
    </>
  )
}

const PapersTable = ({ papers, policy, today, language, may }: Shown) => (
  <FoldTable
    caption={texts.listHead[language]}
    captionHidden
    columns={[texts.kind, texts.paper, texts.status, ...(may ? [texts.act] : [])].map((label) => ({
      label: label[language],
    }))}
    rows={papers.map((paper) => [
      <>
        {paperKindNames[paper.kind][language]}
        {policy.requiredPapers.includes(paper.kind) && (
          <span class="small quiet">{` (${texts.required[language]})`}</span>
        )}
      </>,
      <>
        <PaperLink paper={paper} language={language} />
        <br />
        <span class="small quiet">{datesSaid(paper, language)}</span>
      </>,
      isValid(paper, today) ? (
        <Tag label={texts.stands[language]} tone="ok" />
      ) : (
        <Tag label={texts.expired[language]} tone="bad" />
      ),
      ...(may
        ? [
            <Form
              action={path('/papers/:id/removal', language, { id: paper.id })}
              language={language}
              label={texts.removeSaid(paper.title)[language]}
            >
              <Button kind="plain">{texts.remove[language]}</Button>
            </Form>,
          ]
        : []),
    ])}
  />
)

/** What a bargaining agent answered, or the form to record it. */
function Reply({ notice, language, may, form, problems, replying }: Shown & { notice: Paper }) {
  const { id, reply } = notice
  const [filled, wrong] = replying === id ? [form, problems] : [{}, []]
  if (reply) {
    const day = formatDay(reply.day, language, { weekday: false })
    return (
      <section aria-label={texts.replyHead[language]}>
        <h3>{texts.replySaid(day)[language]}</h3>
        <Quote>
          <p>{reply.text}</p>
        </Quote>
      </section>
    )
  }
  if (!may) return <p class="quiet">{texts.noReply[language]}</p>
  return (
    <Fold label={`${texts.replyHead[language]} – ${notice.title}`} open={replying === id}>
      <Form
        action={path('/papers/:id/reply', language, { id })}
        language={language}
        errors={wrong}
        label={`${texts.replyHead[language]} – ${notice.title}`}
      >
        <TextArea
          language={language}
          name="reply"
          label={texts.reply[language]}
          rows={4}
          value={typed(filled, 'reply')}
          error={problemAt(wrong, 'reply', language)}
        />
        <DateField
          language={language}
          name="replyDay"
          label={texts.replyDay[language]}
          value={typed(filled, 'replyDay')}
          error={problemAt(wrong, 'replyDay', language)}
        />
        <Button kind="plain">{texts.saveReply[language]}</Button>
      </Form>
    </Fold>
  )
}

function AddPaper({ language, form, problems }: Pick<Shown, 'language' | 'form' | 'problems'>) {
  const field = (name: string) => ({
    ...{ language, name, value: typed(form, name), error: problemAt(problems, name, language) },
  })
  return (
    <section aria-labelledby="add">
      <h2 id="add">{texts.addHead[language]}</h2>
      <div class="narrow">
        <Form action={path('/papers', language)} language={language} errors={problems} files>
          <Radios
            {...field('kind')}
            label={texts.kind[language]}
            choices={paperKinds.map((value) => ({ value, label: paperKindNames[value][language] }))}
          />
          <TextField {...field('title')} label={texts.paper[language]} hint={texts.paperHint[language]} />
          <Radios
            {...field('language')}
            value={typed(form, 'language') || language}
            label={texts.language[language]}
            choices={languages.map((value) => ({ value, label: languageNames[value], lang: value }))}
          />
          <DateField {...field('dated')} label={texts.dated[language]} />
          <DateField
            {...field('validUntil')}
            label={texts.validUntil[language]}
            hint={texts.validUntilHint[language]}
            optional
          />
          <LinkField {...field('link')} label={texts.link[language]} hint={texts.linkHint[language]} optional />
          <FileField
            language={language}
            name="file"
            label={texts.file[language]}
            hint={texts.fileHint[language]}
            error={problemAt(problems, 'file', language)}
            accept="application/pdf,image/png"
            optional
          />
          <Button>{texts.add[language]}</Button>
        </Form>
      </div>
    </section>
  )
}
