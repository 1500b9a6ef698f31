import type { Staff } from '../accounts/rules.ts'
import { formatInstant, formatMillis, formatNumber } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import type { Gap } from '../platform/service.ts'
import { DateField, TextArea, TimeField } from '../ui/fields.tsx'
import { ActionBar, Button, Form, PairField } from '../ui/form.tsx'
import { Note, Pairs } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { certificatesOf } from './outage.store.ts'
import { awayFor, outageTexts as texts } from './outage.texts.ts'
import type { OutageFile } from './outage.ts'

/** What was measured before the closing of a file, and the two ways to decide. */
export function OutagePage({
  language,
  file,
  form,
  errors,
}: {
  actor: Staff
  language: Language
  file: OutageFile
  form: Typed
  errors: Problems
}) {
  const { opportunity, outage, policy, mayDecide } = file
  const closes = formatInstant(outage.closesAt, policy.zone, language)
  return (
    <>
      <p class="eyebrow">{`${texts.file(opportunity.number)[language]} · ${opportunity.title[language]}`}</p>
      <h1>{texts[outage.atClosing ? 'titleHeld' : 'title'][language]}</h1>
      <p class="lead">
        {texts[outage.atClosing ? 'leadHeld' : 'lead'](awayFor(outage.seconds, language), closes)[language]}
      </p>
      {opportunity.state === 'held' && outage.decideBy && outage.decision === null && (
        <Note tone="warn" head={texts.heldHead[language]} level={2}>
          <p>{texts.heldText(formatInstant(outage.decideBy, policy.zone, language))[language]}</p>
        </Note>
      )}
      {!mayDecide && (
        <Note tone="info" head={texts.decided[outage.decision ?? 'none'][language]} level={2}>
          {outage.decision === null && ['open', 'held'].includes(opportunity.state) && (
            <p>{texts.onlyProgram[language]}</p>
          )}
          {outage.decidedAt && <p>{formatInstant(outage.decidedAt, policy.zone, language)}</p>}
          {outage.reason && <p>{outage.reason}</p>}
        </Note>
      )}
      <Gaps gaps={outage.gaps} zone={policy.zone} language={language} />
      {outage.gaps.some(({ to }) => to.getTime() === outage.closesAt.getTime()) && (
        <p class="quiet">{texts.until[language]}</p>
      )}
      <p class="quiet">{texts.how[language]}</p>
      {mayDecide && <Deciding language={language} file={file} form={form} errors={errors} />}
    </>
  )
}

/** One form moves the closing, the other says why it stays. */
function Deciding({
  language,
  file: { opportunity, outage },
  form,
  errors,
}: {
  language: Language
  file: OutageFile
  form: Typed
  errors: Problems
}) {
  const { id } = opportunity
  const inKeeping = errors.filter(({ field }) => field === 'why')
  const inMoving = errors.filter(({ field }) => field !== 'why')
  return (
    <>
      <h2>{texts.extend[language]}</h2>
      <p>{texts.others[language]}</p>
      <Form action={path('/files/:id/outage', language, { id })} language={language} errors={inMoving}>
        <DateField
          language={language}
          name="closing_day"
          label={texts.closingDay[language]}
          value={typed(form, 'closing_day')}
          error={problemAt(inMoving, 'closing_day', language)}
        />
        <TimeField
          language={language}
          name="closing_time"
          label={texts.closingTime[language]}
          value={typed(form, 'closing_time')}
          error={problemAt(inMoving, 'closing_time', language)}
        />
        <PairField
          language={language}
          name="reason"
          label={texts.reasonField[language]}
          rows={3}
          value={{ en: typed(form, 'reason_en'), fr: typed(form, 'reason_fr') }}
          error={{ en: problemAt(inMoving, 'reason_en', language), fr: problemAt(inMoving, 'reason_fr', language) }}
        />
        <ActionBar>
          <Button>{texts.extend[language]}</Button>
        </ActionBar>
      </Form>
      <h2>{texts.keep[language]}</h2>
      <p>{texts[outage.atClosing ? 'keepLeadHeld' : 'keepLead'][language]}</p>
      <Form
        action={path('/files/:id/outage/decision', language, { id })}
        language={language}
        label={texts.keep[language]}
        errors={inKeeping}
      >
        <TextArea
          language={language}
          name="why"
          label={texts.keepReason[language]}
          rows={3}
          value={typed(form, 'why')}
          error={problemAt(inKeeping, 'why', language)}
        />
        <ActionBar>
          <Button kind="plain">{texts.keep[language]}</Button>
        </ActionBar>
      </Form>
    </>
  )
}

/** For the public: why a closing moved, as it was measured. */
export function CertificatePage({
  slug,
  certificates,
  language,
}: {
  slug: string
  certificates: Awaited<ReturnType<typeof certificatesOf>>
  language: Language
}) {
  return (
    <>
      <a class="back" href={path('/opportunities/:slug', language, { slug })}>
        {texts.back[language]}
      </a>
      <h1>{texts.certificateTitle[language]}</h1>
      <p class="lead">{texts.certificateLead[language]}</p>
      {certificates.map(({ closesAt, windowFrom, movedTo, certifiedAt, seconds, gaps, timeZone, ...row }) => (
        <section key={closesAt.toISOString()}>
          <h2>{`${row.number} – ${language === 'en' ? row.titleEn : row.titleFr}`}</h2>
          <Pairs
            items={[
              { label: texts.wasToClose[language], value: formatInstant(closesAt, timeZone, language) },
              { label: texts.movedTo[language], value: formatInstant(movedTo, timeZone, language) },
              { label: texts.window[language], value: formatInstant(windowFrom, timeZone, language) },
              { label: texts.total[language], value: awayFor(seconds, language) },
              { label: texts.certified[language], value: formatInstant(certifiedAt, timeZone, language) },
            ]}
          />
          <Gaps gaps={gaps} zone={timeZone} language={language} level={3} />
          {gaps.some(({ to }) => to.getTime() === closesAt.getTime()) && <p class="quiet">{texts.until[language]}</p>}
        </section>
      ))}
      <p class="quiet">{texts.how[language]}</p>
    </>
  )
}

function Gaps({
  gaps,
  zone,
  language,
  level = 2,
}: {
  gaps: readonly Gap[]
  zone: string
  language: Language
  level?: 2 | 3
}) {
  const rows = gaps.map(({ from, to }) => [
    formatMillis(from, zone, language),
    formatMillis(to, zone, language),
    formatNumber(Math.round((to.getTime() - from.getTime()) / 1_000), language, 0),
  ])
  const columns = [
    { label: texts.from[language] },
    { label: texts.to[language] },
    { label: texts.seconds[language], numeric: true },
  ]
  return (
    <>
      {level === 2 ? <h2>{texts.measured[language]}</h2> : <h3>{texts.measured[language]}</h3>}
      <FoldTable caption={texts.measured[language]} captionHidden columns={columns} rows={rows} />
    </>
  )
}
