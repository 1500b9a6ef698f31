import { TermsFold } from '../awards/terms.parts.tsx'
import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checks } from '../ui/board.tsx'
import { Checkbox } from '../ui/choices.tsx'
import { TextField } from '../ui/fields.tsx'
import { Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Facts, Price, StatusBox } from '../ui/parts.tsx'
import type { TermsPage } from './pages.ts'
import { staffTexts, termsTexts as words, workTexts } from './texts.pages.ts'

type Shown = {
  page: TermsPage
  language: Language
  /** The name under which the reader signs. */
  name: string
  filled?: Filled | undefined
  problems?: Problems | undefined
}

/** Where Canada’s signatory reads what they sign, what was checked, and signs. */
export function TermsView({ page, language, name, filled = {}, problems = [] }: Shown) {
  const { opportunity, offer, chosen, zone, terms, withTax, limit } = page
  return (
    <div class="narrow">
      <p class="eyebrow">
        {workTexts.file(opportunity.number)[language]} · {opportunity.team[language]}
      </p>
      <h1>{opportunity.title[language]}</h1>
      {!page.canSign && <ErrorSummary language={language} errors={problems} />}
      <Standing page={page} language={language} />
      {offer && (
        <>
          <h2>{words.what[language]}</h2>
          <Facts
            items={[
              {
                label: workTexts.price[language],
                value: <Price>{formatMoney(offer.price, language)}</Price>,
              },
              { label: workTexts.atMost[language], value: formatMoney(withTax, language) },
              { label: workTexts.delivery[language], value: formatDay(offer.deliveryDay, language) },
              ...(chosen
                ? [{ label: workTexts.supplier[language], value: chosen.operatingName || chosen.legalName }]
                : []),
            ]}
          />
          <TermsFold label={workTexts.terms[language]} terms={terms} language={language} open={page.canSign} />
          <h2>{words.checked[language]}</h2>
          <Checks
            items={[
              {
                head: words.checkSigned[language],
                detail: `${chosen ? `${offer.supplierSignatory}, ` : ''}${formatInstant(offer.supplierSignedAt, zone, language)}`,
              },
              ...(withTax <= limit
                ? [
                    {
                      head: words.checkLimit[language],
                      detail: `${formatMoney(withTax, language)} ≤ ${formatMoney(limit, language)}`,
                    },
                  ]
                : []),
              ...(opportunity.gates.reservation
                ? [{ head: words.checkFunds[language], detail: opportunity.gates.reservation.number }]
                : []),
              ...(offer.signOff
                ? [
                    {
                      head: words.checkSignOff[language],
                      detail: formatInstant(offer.signOff.at, zone, language),
                    },
                  ]
                : []),
              ...(page.canSign ? [{ head: words.checkYou[language], detail: words.checkYouMore[language] }] : []),
            ]}
          />
        </>
      )}
      {page.canSign && (
        <Form action={path('/files/:id/terms', language, { id: opportunity.id })} language={language} errors={problems}>
          <Checkbox
            language={language}
            name="read"
            label={words.read[language]}
            checked={typed(filled, 'read') === 'yes'}
            error={problemAt(problems, 'read', language)}
          />
          <TextField
            language={language}
            name="workingDays"
            label={workTexts.working[language]}
            hint={workTexts.workingHint[language]}
            value={typed(filled, 'workingDays')}
            error={problemAt(problems, 'workingDays', language)}
            width="s"
            optional
          />
          <p class="small">{staffTexts.who(name)[language]}</p>
          <Button full>{words.button[language]}</Button>
          <p class="small quiet after">{words.after[language]}</p>
        </Form>
      )}
    </div>
  )
}

function Standing({ page, language }: { page: TermsPage; language: Language }) {
  const { opportunity, offer, lacksSignOff, canSign } = page
  const { id } = opportunity
  const nothing = { what: workTexts.nothing[language] }
  const noDate = { what: workTexts.noDate[language] }
  if (!offer)
    return (
      <StatusBox
        language={language}
        tone="waiting"
        happening={{ what: words.notYet[language] }}
        next={{ what: workTexts.nothing[language], more: <p>{words.notYetMore[language]}</p> }}
        by={noDate}
      />
    )
  if (offer.state === 'terms_signed')
    return (
      <StatusBox
        language={language}
        tone="done"
        happening={{
          what: words.done[language],
          more: <p>{formatInstant(offer.canadaSignedAt, page.zone, language)}</p>,
        }}
        next={nothing}
        by={noDate}
        action={<ButtonLink href={path('/files/:id/work', language, { id })}>{words.openWork[language]}</ButtonLink>}
      />
    )
  return (
    <StatusBox
      language={language}
      tone={canSign ? 'you' : 'waiting'}
      happening={{ what: words.ready[language] }}
      next={
        canSign
          ? { what: words.sign[language], more: <p>{words.signMore[language]}</p> }
          : { what: (lacksSignOff ? words.signOff : words.others)[language] }
      }
      by={{ what: words.before[language] }}
      action={
        lacksSignOff && (
          <ButtonLink kind="plain" href={path('/files/:id/offer', language, { id })}>
            {words.openOffer[language]}
          </ButtonLink>
        )
      }
    />
  )
}
