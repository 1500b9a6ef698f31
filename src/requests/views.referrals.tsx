import type { Actor } from '../accounts/rules.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Radios } from '../ui/choices.tsx'
import { TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Markdown } from '../ui/markdown.tsx'
import { Pairs, Panel, Quote, Tag } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import { REPLY_MAX } from './forms.ts'
import { dayText } from './pages.ts'
import { can, type Referral } from './rules.referrals.ts'
import { pageTexts } from './texts.pages.ts'
import { referralTexts as texts } from './texts.questions.ts'
import { type FormPage, fieldsOf } from './views.fields.tsx'

export type ReferralFacts = { readonly referral: Referral; readonly from: Text; readonly zone: string }

/** What other departments handed on, newest first. */
export function ReferralsPage({ language, rows }: { language: Language; rows: readonly ReferralFacts[] }) {
  return (
    <>
      <h1>{texts.title[language]}</h1>
      {rows.length === 0 ? (
        <p class="lead">{texts.none[language]}</p>
      ) : (
        <FoldTable
          caption={texts.title[language]}
          captionHidden
          columns={[
            { label: pageTexts.need[language] },
            { label: texts.from[language] },
            { label: pageTexts.received[language] },
            { label: texts.stands[language] },
          ]}
          rows={rows.map(({ referral: { id, subject, language: of, receivedAt, decided }, from, zone }) => [
            <a key="subject" href={path('/requests/referrals/:id', language, { id })} lang={of}>
              {subject}
            </a>,
            from[language],
            dayText(receivedAt, zone)[language],
            (decided ? texts.decided[decided.decision] : texts.toDecide)[language],
          ])}
        />
      )}
    </>
  )
}

/** One need, whom to write to, and one decision. */
export function ReferralPage({
  language,
  values,
  problems,
  facts: { referral, from, zone },
  actor,
}: FormPage & { facts: ReferralFacts; actor: Actor }) {
  const {
    id,
    subject,
    need,
    language: of,
    team,
    clientName,
    clientEmail,
    number,
    reply,
    receivedAt,
    decided,
  } = referral
  const field = fieldsOf({ language, values, problems })
  const decides = can.decide(actor, referral)
  return (
    <>
      <h1 lang={of}>{subject}</h1>
      <p class="lead">{texts.lead[language]}</p>
      {!decides && <ErrorSummary language={language} errors={problems} keep={pageTexts.unchanged[language]} />}
      <div class="two">
        <div class="col">
          <h2>{pageTexts.need[language]}</h2>
          <Quote lang={of}>
            <Markdown text={need} />
          </Quote>
          {reply && (
            <>
              <h2>{texts.told[language]}</h2>
              <Quote lang={of}>
                <Markdown text={reply} />
              </Quote>
            </>
          )}
          {decided && (
            <>
              <h2>{texts.stands[language]}</h2>
              <p>
                <Tag
                  label={texts.decided[decided.decision][language]}
                  tone={decided.decision === 'taken' ? 'ok' : 'none'}
                />
              </p>
              {decided.note && (
                <Quote lang={of}>
                  <Markdown text={decided.note} />
                </Quote>
              )}
              {decided.decision === 'taken' && can.read(actor, referral) && actor.kind === 'staff' && (
                <WriteDown actor={actor} id={id} language={language} />
              )}
            </>
          )}
          {decides && (
            <Form action={path('/requests/referrals/:id', language, { id })} language={language} errors={problems}>
              <Radios
                {...field('decision')}
                label={texts.question[language]}
                choices={[
                  { value: 'taken', label: texts.taken[language], hint: texts.takenHint[language] },
                  { value: 'not_taken', label: texts.notTaken[language], hint: texts.notTakenHint[language] },
                ]}
              />
              <TextArea
                {...field('note')}
                label={texts.note[language]}
                lang={of}
                limit={{ most: REPLY_MAX, unit: 'characters' }}
                optional
                spellcheck
              />
              <Button>{texts.record[language]}</Button>
            </Form>
          )}
        </div>
        <div>
          <Panel head={pageTexts.about[language]} id="about">
            <Pairs
              items={[
                { label: texts.from[language], value: `${from[language]} (${number})` },
                { label: pageTexts.team[language], value: <span lang={of}>{team}</span> },
                { label: texts.client[language], value: clientName },
                { label: texts.email[language], value: <a href={`mailto:${clientEmail}`}>{clientEmail}</a> },
                { label: pageTexts.received[language], value: dayText(receivedAt, zone)[language] },
              ]}
            />
          </Panel>
        </div>
      </div>
    </>
  )
}

const WriteDown = ({
  actor,
  id,
  language,
}: {
  actor: Extract<Actor, { kind: 'staff' }>
  id: string
  language: Language
}) =>
  actor.roles.includes('program_team') ? (
    <ActionBar>
      <ButtonLink href={`${path('/requests/new', language)}?referral=${id}`}>{texts.writeDown[language]}</ButtonLink>
    </ActionBar>
  ) : null
