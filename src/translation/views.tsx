import type { ComponentChildren } from 'preact'
import type { Staff } from '../accounts/rules.ts'
import { decisionTexts } from '../opportunities/texts.decisions.ts'
import { findingText } from '../opportunities/texts.readiness.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Form_, typed } from '../platform/http.ts'
import { type Language, otherLanguage } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox } from '../ui/choices.tsx'
import { Difference } from '../ui/difference.tsx'
import { FileField, Hidden, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Fold, Note, Quote, StatusBox, Tag, type TagTone } from '../ui/parts.tsx'
import { inputs } from './forms.ts'
import { mostOf } from './lengths.ts'
import { headOf, parityText, segmentName } from './naming.ts'
import type { TranslationFacts } from './pages.ts'
import { baseOf, digestOf, progressOf, type Segment, type SegmentState } from './rules.segments.ts'
import type { Conflict } from './rules.ts'
import { stateNames, translationTexts as texts } from './texts.ts'

export type TranslationProps = {
  readonly facts: TranslationFacts
  readonly actor: Staff
  readonly language: Language
  readonly form: Form_
  readonly problems: Problems
  readonly conflicts: readonly Conflict[]
}

/** The source beside its translation, segment by segment; then one attestation. */
export function TranslationPage(props: TranslationProps) {
  const { facts, actor, language, form, problems, conflicts } = props
  const { opportunity, segments, gaps, remarks, mayAttest } = facts
  const { id } = opportunity
  const action = path('/files/:id/translation', language, { id })
  const homeless = conflicts.filter(({ why }) => why === 'no_place')
  const gone = segments.filter(({ state }) => state === 'gone')
  const groups = Map.groupBy(
    segments.filter(({ state }) => state !== 'gone'),
    ({ field }) => baseOf(field),
  )
  return (
    <>
      <Head facts={facts} language={language} title={decisionTexts.translationTitle[language]} />
      <Progress facts={facts} language={language} />
      {gaps.length > 0 && mayAttest && (
        <Note tone="warn" head={decisionTexts.gapsHead[language]} level={2}>
          <ul>
            {gaps.map((gap) => (
              <li key={findingText(gap).en}>{findingText(gap)[language]}</li>
            ))}
          </ul>
        </Note>
      )}
      {remarks.length > 0 && (
        <Note tone="info" head={texts.remarks[language]} level={2}>
          <p>{texts.remarksText[language]}</p>
          <ul>
            {remarks.map((remark) => (
              <li key={parityText(remark).en}>
                {parityText(remark)[language]}
                {remark.level === 'blocking' && <strong> ({texts.mustRepair[language]})</strong>}
              </li>
            ))}
          </ul>
        </Note>
      )}
      <Office id={id} language={language} problems={problems} />
      <Form
        action={action}
        language={language}
        errors={problems.filter(({ field }) => field !== 'file')}
        enter={{ name: 'do', value: 'save' }}
      >
        {[...groups].map(([base, own]) => (
          <section key={base} aria-labelledby={`group-${base}`}>
            <h2 id={`group-${base}`}>{headOf(base)[language]}</h2>
            {own.map((segment) => (
              <SegmentRow key={segment.key} segment={segment} {...props} />
            ))}
          </section>
        ))}
        {homeless.length > 0 && (
          <section aria-labelledby="kept">
            <h2 id="kept">{texts.kept[language]}</h2>
            {homeless.map(({ key, typed: text }) => (
              <Quote key={key} lang={otherLanguage(opportunity.sourceLanguage)}>
                <p class="diff">{text}</p>
              </Quote>
            ))}
          </section>
        )}
        {gone.length > 0 && (
          <section aria-labelledby="gone">
            <h2 id="gone">{texts.gone[language]}</h2>
            <p>{texts.goneText[language]}</p>
            {gone.map(({ key, target }) => (
              <Quote key={key} lang={otherLanguage(opportunity.sourceLanguage)}>
                <p class="diff">{target}</p>
              </Quote>
            ))}
          </section>
        )}
        {mayAttest && (
          <>
            <Checkbox
              language={language}
              name="attested"
              label={decisionTexts.attestSaid(actor.name)[language]}
              checked={typed(form, 'attested') === 'yes'}
              error={problemAt(problems, 'attested', language)}
            />
            <TextField
              language={language}
              name="working"
              label={decisionTexts.working[language]}
              hint={decisionTexts.workingHint[language]}
              width="s"
              optional
              value={typed(form, 'working')}
              error={problemAt(problems, 'working', language)}
            />
          </>
        )}
        <ActionBar>
          {mayAttest && (
            <Button name="do" value="attest">
              {decisionTexts.attest[language]}
            </Button>
          )}
          <Button kind={mayAttest ? 'plain' : 'act'} name="do" value="save">
            {decisionTexts.saveTranslation[language]}
          </Button>
        </ActionBar>
      </Form>
    </>
  )
}

/** Number, page and title; the title in its own language while there is only one. */
export function Head({ facts, language, title }: { facts: TranslationFacts; language: Language; title: string }) {
  const { number, title: named, sourceLanguage } = facts.opportunity
  const own = named[language]
  return (
    <>
      <p class="eyebrow">{texts.fileNumber(number)[language]}</p>
      <h1>
        {title}
        <span class="vh">, </span>{' '}
        <small lang={own || sourceLanguage === language ? undefined : sourceLanguage}>
          {own || named[sourceLanguage]}
        </small>
      </h1>
    </>
  )
}

function Progress({ facts, language }: { facts: TranslationFacts; language: Language }) {
  const { done, all, stale } = progressOf(facts.segments)
  const complete = done === all
  const next = complete
    ? facts.mayAttest
      ? { what: texts.nextAttest[language], more: texts.nextAttestText[language] }
      : { what: texts.nextWait[language], more: texts.nextWaitText[language] }
    : { what: texts.nextTranslate[language], more: texts.nextTranslateText[language] }
  return (
    <StatusBox
      language={language}
      tone={complete && !facts.mayAttest ? 'waiting' : 'you'}
      happening={{ what: texts.progress(done, all, stale)[language], more: texts.progressText[language] }}
      next={next}
      by={{ what: texts.noDate[language], more: texts.noDateText[language] }}
    />
  )
}

function Office({ id, language, problems }: { id: string; language: Language; problems: Problems }) {
  return (
    <Fold label={texts.office[language]} open={problems.some(({ field }) => field === 'file')}>
      <p>{texts.officeText[language]}</p>
      <ActionBar>
        <ButtonLink kind="plain" href={path('/files/:id/translation.xlf', language, { id })}>
          {texts.exportXliff[language]}
        </ButtonLink>
        <ButtonLink kind="plain" href={path('/files/:id/translation.csv', language, { id })}>
          {texts.exportTable[language]}
        </ButtonLink>
      </ActionBar>
      <Form
        action={path('/files/:id/translation/import', language, { id })}
        language={language}
        files
        label={texts.send[language]}
        errors={problems.filter(({ field }) => field === 'file')}
      >
        <FileField
          language={language}
          name="file"
          label={texts.file[language]}
          hint={texts.fileHint[language]}
          accept=".xlf,.xliff,.csv,application/xliff+xml,text/csv"
          error={problemAt(problems, 'file', language)}
        />
        <Button kind="plain">{texts.send[language]}</Button>
      </Form>
    </Fold>
  )
}

const tones: Record<SegmentState, TagTone> = {
  done: 'ok',
  stale: 'soon',
  unchecked: 'soon',
  missing: 'none',
  gone: 'shut',
}

function SegmentRow({ segment, facts, language, form, problems, conflicts }: TranslationProps & { segment: Segment }) {
  const { sourceLanguage: from } = facts.opportunity
  const target = otherLanguage(from)
  const own = inputs(segment.key)
  const conflict = conflicts.find(({ key }) => key === segment.key)
  const text = conflict?.typed ?? segment.target
  const name = segmentName(segment)[language]
  const short = ['title', 'team', 'skills'].includes(baseOf(segment.field)) && !text.includes('\n')
  const props = {
    language,
    name: own.text,
    label: texts.into(name, target)[language],
    value: text,
    lang: target,
    spellcheck: true,
    error: problemAt(problems, own.text, language),
    ...(segment.passage === null ? { limit: { most: mostOf(segment.field), unit: 'characters' as const } } : {}),
  }
  const asks = segment.state === 'stale' || segment.state === 'unchecked'
  return (
    <div class="two even segment">
      <div class="col">
        <p class="small">
          <strong>{name}</strong> <Tag tone={tones[segment.state]} label={stateNames[segment.state][language]} />
        </p>
        <Quote lang={from === language ? undefined : from}>
          <Markdown text={segment.source} top={4} />
        </Quote>
        {segment.before !== null && (
          <Said head={texts.changedSource[language]}>
            <Difference language={language} lang={from} before={segment.before} after={segment.source} />
          </Said>
        )}
        {segment.state === 'unchecked' && <p class="small">{texts.uncheckedText[language]}</p>}
        {conflict?.why === 'translation_changed' && (
          <Said head={texts.theirs[language]}>
            <Difference language={language} lang={target} before={conflict.typed} after={segment.target} />
          </Said>
        )}
      </div>
      <div>
        <Hidden name={own.source} value={digestOf(segment.source)} />
        <Hidden name={own.shown} value={digestOf(segment.target)} />
        {short ? <TextField {...props} /> : <TextArea {...props} rows={rowsFor(segment.source)} />}
        {asks && (
          <Checkbox
            language={language}
            name={own.confirmed}
            label={texts.confirm[language]}
            checked={typed(form, own.confirmed) === 'yes'}
            optional
          />
        )}
      </div>
    </div>
  )
}

const Said = ({ head, children }: { head: string; children: ComponentChildren }) => (
  <div class="small">
    <p class="flush">
      <strong>{head}</strong>
    </p>
    {children}
  </div>
)

const rowsFor = (source: string): number => Math.min(14, Math.max(3, Math.ceil(source.length / 55)))
