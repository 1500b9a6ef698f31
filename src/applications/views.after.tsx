import type { Problems } from '../platform/forms.ts'
import { problemAt } from '../platform/forms.ts'
import { type Form as Typed, typed } from '../platform/http.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Hidden, TextArea } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, Form } from '../ui/form.tsx'
import { Key, Note, Pairs, StatusBox } from '../ui/parts.tsx'
import { answerField } from './forms.ts'
import { closingText, exactly } from './pages.ts'
import type { CheckedReceipt } from './receipt.ts'
import type { Posted } from './rules.ts'
import type { OwnReceipt } from './submission.ts'
import { formTexts } from './texts.form.ts'
import { checkTexts, lateTexts, receiptTexts, withdrawalTexts } from './texts.ts'

/** Too late, or withdrawn: a clear sentence, and nothing that was typed is taken away. */
export function LateView({
  language,
  posted,
  because,
  form,
  receiptOf,
  refused,
}: {
  language: Language
  posted: Posted
  because: Text
  form: Typed
  /** The application whose receipt counts, when something was sent in time. */
  receiptOf: string | undefined
  /** Something was just sent, in vain. */
  refused: boolean
}) {
  const wasTyped = posted.criteria.some((criterion) => typed(form, answerField(criterion)) !== '')
  return (
    <>
      <a class="back" href={path('/opportunities/:slug', language, { slug: posted.slug })}>
        {formTexts.back[language]}
      </a>
      <p class="eyebrow">{formTexts.eyebrow(posted.number)[language]}</p>
      <h1>{posted.title[language]}</h1>
      <Note tone={refused ? 'bad' : 'info'} head={lateTexts.title[language]} level={2}>
        <p>{because[language]}</p>
        <p>{lateTexts.closedAt(closingText(posted))[language]}</p>
      </Note>
      {receiptOf && (
        <>
          <p>{lateTexts.receivedBefore[language]}</p>
          <ActionBar>
            <ButtonLink kind="plain" href={path('/applications/:id/receipt', language, { id: receiptOf })}>
              {receiptTexts.title[language]}
            </ButtonLink>
          </ActionBar>
        </>
      )}
      {wasTyped && (
        <>
          <h2>{lateTexts.typed[language]}</h2>
          <Form
            language={language}
            action={path('/opportunities/:slug/application/copy', language, { slug: posted.slug })}
          >
            {posted.criteria.map((criterion) => (
              <TextArea
                key={criterion.id}
                language={language}
                name={answerField(criterion)}
                label={
                  <>
                    <Key kind="application" place={criterion.position} language={language} /> {criterion.text[language]}
                  </>
                }
                value={typed(form, answerField(criterion))}
                rows={8}
                readOnly
              />
            ))}
            {['legalName', 'operatingName', 'workerName', 'signatoryName', 'affiliates', 'repositories'].map((name) => (
              <Hidden key={name} name={name} value={typed(form, name)} />
            ))}
            <ActionBar>
              <Button>{lateTexts.keep[language]}</Button>
            </ActionBar>
          </Form>
        </>
      )}
    </>
  )
}

/** What we certify, and the signed text that anybody can check. */
export function ReceiptView({
  language,
  own: { posted, application, facts, salt },
  changed,
  note,
  box,
}: {
  language: Language
  own: OwnReceipt
  /** The criteria changed since; `open` while it can still be revised. */
  changed: { open: boolean } | undefined
  note: string
  box: Parameters<typeof StatusBox>[0]
}) {
  return (
    <>
      <p class="eyebrow">{receiptTexts.eyebrow(posted.number)[language]}</p>
      <h1>
        {receiptTexts.title[language]}
        {language === 'en' ? ': ' : '\u00a0: '}
        {posted.title[language]}
      </h1>
      <StatusBox {...box} />
      {changed && (
        <Note tone="warn" head={receiptTexts.changed[language]} level={2}>
          <p>{(changed.open ? receiptTexts.changedMore : receiptTexts.changedPast)[language]}</p>
          {changed.open && (
            <p>
              <a href={path('/opportunities/:slug/application', language, { slug: posted.slug })}>
                {receiptTexts.revise[language]}
              </a>
            </p>
          )}
        </Note>
      )}
      <Pairs
        items={[
          {
            label: receiptTexts.token[language],
            value: (
              <>
                <strong class="mono">{facts.token}</strong>
                <br />
                <span class="small quiet">{receiptTexts.tokenMore[language]}</span>
              </>
            ),
          },
          { label: receiptTexts.received[language], value: exactly(facts.receivedAt, facts.zone, language) },
          { label: receiptTexts.sealed[language], value: <span class="mono break">{facts.sealedSha256}</span> },
          {
            label: receiptTexts.commitment[language],
            value: <span class="mono break">{facts.contentCommitment}</span>,
          },
          {
            label: receiptTexts.salt[language],
            value: salt ? <span class="mono break">{salt.toString('hex')}</span> : receiptTexts.saltGone[language],
          },
          {
            label: receiptTexts.drawCommitment[language],
            value: facts.drawCommitment ? (
              <span class="mono break">{facts.drawCommitment}</span>
            ) : (
              receiptTexts.none[language]
            ),
          },
        ]}
      />
      <p class="small">{receiptTexts.whatIf[language]}</p>
      <h2>{receiptTexts.whole[language]}</h2>
      <p>{receiptTexts.wholeMore[language]}</p>
      <pre>{note}</pre>
      <Form language={language} action={path('/receipt', language)}>
        <Hidden name="receipt" value={note} />
        <ActionBar>
          <ButtonLink href={path('/applications/:id/receipt.txt', language, { id: application.id })} download>
            {receiptTexts.download[language]}
          </ButtonLink>
          <Button kind="plain">{receiptTexts.check[language]}</Button>
        </ActionBar>
      </Form>
    </>
  )
}

export type CheckOutcome =
  | { readonly kind: 'bad'; readonly because: Text }
  | { readonly kind: 'good'; readonly receipt: CheckedReceipt; readonly roster: 'none' | 'in' | 'out' }

/** Anybody pastes a receipt; the page says whether it is ours, and whether the list has it. */
export function CheckView({
  language,
  pasted,
  errors,
  outcome,
  publicKey,
}: {
  language: Language
  pasted: string
  errors: Problems
  outcome: CheckOutcome | undefined
  publicKey: string
}) {
  return (
    <>
      <h1>{checkTexts.title[language]}</h1>
      <p>{checkTexts.intro[language]}</p>
      {outcome?.kind === 'bad' && (
        <Note tone="bad" head={checkTexts.bad[language]} level={2}>
          <p>{outcome.because[language]}</p>
        </Note>
      )}
      {outcome?.kind === 'good' && (
        <Note tone={outcome.roster === 'out' ? 'warn' : 'ok'} head={checkTexts.good[language]} level={2}>
          <p>{checkTexts.says(outcome.receipt.token, outcome.receipt.slug, outcome.receipt.received)[language]}</p>
          <p>{rosterText[outcome.roster][language]}</p>
        </Note>
      )}
      {outcome?.kind === 'good' && (
        <>
          <h2>{checkTexts.signed[language]}</h2>
          <Pairs mono items={outcome.receipt.lines.map(([label, value]) => ({ label, value }))} />
        </>
      )}
      <Form language={language} action={path('/receipt', language)} errors={errors}>
        <TextArea
          language={language}
          name="receipt"
          label={checkTexts.field[language]}
          value={pasted}
          error={problemAt(errors, 'receipt', language)}
          rows={12}
          spellcheck={false}
        />
        <ActionBar>
          <Button>{checkTexts.act[language]}</Button>
        </ActionBar>
      </Form>
      <Pairs mono items={[{ label: checkTexts.key[language], value: publicKey }]} />
    </>
  )
}

export function WithdrawalView({ language, posted, id }: { language: Language; posted: Posted; id: string }) {
  return (
    <>
      <p class="eyebrow">{formTexts.eyebrow(posted.number)[language]}</p>
      <h1>{withdrawalTexts.title[language]}</h1>
      <p>{withdrawalTexts.what[language]}</p>
      <Form language={language} action={path('/applications/:id/withdrawal', language, { id })}>
        <ActionBar>
          <Button kind="stop">{withdrawalTexts.act[language]}</Button>
          <ButtonLink kind="link" href={path('/applications', language)}>
            {withdrawalTexts.keep[language]}
          </ButtonLink>
        </ActionBar>
      </Form>
    </>
  )
}

const rosterText = { none: checkTexts.noRoster, in: checkTexts.inRoster, out: checkTexts.notInRoster }
