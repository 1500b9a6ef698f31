import { formatDay, formatInstant, formatMoney } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import { problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checks } from '../ui/board.tsx'
import { Checkbox, Radios } from '../ui/choices.tsx'
import { Hidden, TextArea, TextField } from '../ui/fields.tsx'
import { ActionBar, Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { Facts, Note, Pairs, Price, StatusBox } from '../ui/parts.tsx'
import type { OfferPage } from './pages.ts'
import { TermsFold } from './terms.parts.tsx'
import { offerTexts } from './texts.pages.ts'
import { offerStateNames, paymentHints, paymentNames } from './texts.ts'

type Shown = { page: OfferPage; language: Language; filled?: Filled | undefined; problems?: Problems | undefined }

/** The supplier’s own offer: where it stands, what is offered, and the answer on one page. */
export function OfferView({ page, language, filled = {}, problems = [] }: Shown) {
  const { offer, opportunity, chosen } = page
  const price = formatMoney(offer.price, language)
  return (
    <div class="narrow">
      <p class="eyebrow">{page.department.name[language]}</p>
      <h1>{opportunity.title[language]}</h1>
      {!page.canAnswer && <ErrorSummary language={language} errors={problems} />}
      <OfferStatus page={page} language={language} />
      <h2>{offerTexts.won[language]}</h2>
      <Facts
        items={[
          { label: offerTexts.price[language], value: <Price>{price}</Price> },
          { label: offerTexts.highestTax[language], value: formatMoney(page.withTax, language) },
          { label: offerTexts.delivery[language], value: formatDay(offer.deliveryDay, language) },
          { label: offerTexts.licence[language], value: opportunity.licence },
        ]}
      />
      <p class="small">{offerTexts.limit(formatMoney(page.limit, language))[language]}</p>
      <p>
        <a href={path('/opportunities/:slug', language, { slug: opportunity.slug })}>{offerTexts.notice[language]}</a>
      </p>
      <h2>{offerTexts.checked[language]}</h2>
      <Checks
        items={[
          { head: offerTexts.checkSealed[language], detail: offerTexts.token(offer.token)[language] },
          { head: offerTexts.checkPassed[language], detail: offerTexts.checkPassedMore[language] },
          ...(page.withTax <= page.limit
            ? [
                {
                  head: offerTexts.checkPrice[language],
                  detail: `${formatMoney(page.withTax, language)} ≤ ${formatMoney(page.limit, language)}`,
                },
              ]
            : []),
        ]}
      />
      <h2>{offerTexts.you[language]}</h2>
      <Pairs
        items={[
          { label: offerTexts.legalName[language], value: chosen.legalName },
          ...(chosen.operatingName ? [{ label: offerTexts.operatingName[language], value: chosen.operatingName }] : []),
          { label: offerTexts.worker[language], value: chosen.workerName },
          { label: offerTexts.signatory[language], value: chosen.signatoryName },
        ]}
      />
      {chosen.publicServant && (
        <Note tone="warn" head={offerTexts.publicServant[language]}>
          <p>{offerTexts.publicServantMore[language]}</p>
        </Note>
      )}
      {page.canAnswer ? (
        <AnswerForm page={page} language={language} filled={filled} problems={problems} />
      ) : (
        <>
          <Signatures page={page} language={language} />
          {'supplierSignedAt' in offer && (
            <TermsFold label={offerTexts.readTerms[language]} terms={page.terms} language={language} />
          )}
        </>
      )}
      {page.canDecline && (
        <p class="after">
          <a href={path('/offers/:id/refusal', language, { id: offer.id })}>{offerTexts.declineInstead[language]}</a>
        </p>
      )}
    </div>
  )
}

/** Whose turn it is, in the supplier’s words. */
function OfferStatus({ page, language }: { page: OfferPage; language: Language }) {
  const { offer, zone } = page
  const nothing = { what: offerTexts.nothing[language] }
  const state = offerStateNames.supplier[offer.state][language]
  const noDate = { what: offerTexts.noDate[language] }
  switch (offer.state) {
    case 'made':
      return page.canAnswer ? (
        <StatusBox
          language={language}
          tone="you"
          happening={{ what: offerTexts.chosen[language], more: <p>{offerTexts.chosenMore[language]}</p> }}
          next={{ what: offerTexts.answer[language], more: <p>{offerTexts.answerMore[language]}</p> }}
          by={{ what: formatInstant(offer.respondBy, zone, language), more: <p>{offerTexts.answerBy[language]}</p> }}
        />
      ) : (
        <StatusBox
          language={language}
          tone="done"
          happening={{ what: offerStateNames.supplier.lapsed[language] }}
          next={nothing}
          by={noDate}
        />
      )
    case 'accepted':
      return (
        <StatusBox
          language={language}
          tone="waiting"
          happening={{ what: state }}
          next={{ what: offerTexts.waiting[language], more: <p>{offerTexts.waitingMore[language]}</p> }}
          by={{ what: offerTexts.noDate[language], more: <p>{offerTexts.usually[language]}</p> }}
        />
      )
    case 'terms_signed':
      return (
        <StatusBox
          language={language}
          tone={offer.endedAt ? 'done' : 'you'}
          happening={{ what: offer.endedAt ? offerTexts.ended[language] : state }}
          next={offer.endedAt ? nothing : { what: offerTexts.start[language] }}
          by={offer.endedAt ? noDate : { what: formatDay(offer.deliveryDay, language) }}
          action={
            <ButtonLink href={path('/contracts/:id', language, { id: offer.id })}>
              {offerTexts.open[language]}
            </ButtonLink>
          }
        />
      )
    case 'declined':
    case 'lapsed':
      return <StatusBox language={language} tone="done" happening={{ what: state }} next={nothing} by={noDate} />
  }
}

function AnswerForm({ page, language, filled = {}, problems = [] }: Shown) {
  const { offer, chosen, terms, methods } = page
  const at = (name: string) => problemAt(problems, name, language)
  const agreed = (name: string) => typed(filled, name) === 'yes'
  return (
    <>
      <h2>{offerTexts.form[language]}</h2>
      <Form action={path('/offers/:id', language, { id: offer.id })} language={language} errors={problems}>
        <Checkbox
          language={language}
          name="agreeDate"
          label={offerTexts.agreeDate(formatDay(offer.deliveryDay, language))[language]}
          checked={agreed('agreeDate')}
          error={at('agreeDate')}
        />
        <Checkbox
          language={language}
          name="agreePrice"
          label={offerTexts.agreePrice(formatMoney(offer.price, language))[language]}
          checked={agreed('agreePrice')}
          error={at('agreePrice')}
        />
        <Checkbox
          language={language}
          name="agreeIdentity"
          label={offerTexts.agreeIdentity[language]}
          checked={agreed('agreeIdentity')}
          error={at('agreeIdentity')}
        />
        <Radios
          language={language}
          name="payment"
          label={offerTexts.payment[language]}
          value={typed(filled, 'payment')}
          error={at('payment')}
          choices={methods.map((value) => ({
            value,
            label: paymentNames[value][language],
            hint: paymentHints[value][language],
          }))}
        />
        <TextField
          language={language}
          name="paymentDetail"
          label={offerTexts.detail[language]}
          hint={offerTexts.detailHint[language]}
          value={typed(filled, 'paymentDetail')}
          error={at('paymentDetail')}
          spellcheck={false}
          optional
        />
        <TextField
          language={language}
          name="taxNumber"
          label={offerTexts.tax[language]}
          hint={offerTexts.taxHint[language]}
          value={typed(filled, 'taxNumber')}
          error={at('taxNumber')}
          width="m"
          spellcheck={false}
          optional
        />
        <TermsFold label={offerTexts.terms[language]} terms={terms} language={language} open />
        <Hidden name="termsRead" value={terms.sha256} />
        <Checkbox
          language={language}
          name="agreeTerms"
          label={offerTexts.agreeTerms[language]}
          checked={agreed('agreeTerms')}
          error={at('agreeTerms')}
        />
        <TextField
          language={language}
          name="signatory"
          label={offerTexts.sign[language]}
          hint={offerTexts.signHint(chosen.signatoryName)[language]}
          value={typed(filled, 'signatory')}
          error={at('signatory')}
          width="m"
          autocomplete="name"
          spellcheck={false}
        />
        <Button full>{offerTexts.accept[language]}</Button>
        <p class="small quiet after">{offerTexts.after[language]}</p>
      </Form>
    </>
  )
}

function Signatures({ page: { offer, zone }, language }: { page: OfferPage; language: Language }) {
  if (!('supplierSignedAt' in offer)) return null
  return (
    <Pairs
      items={[
        {
          label: offerTexts.yourSignature[language],
          value: `${offer.supplierSignatory}, ${formatInstant(offer.supplierSignedAt, zone, language)}`,
        },
        ...('canadaSignedAt' in offer
          ? [
              {
                label: offerTexts.canadaSignature[language],
                value: formatInstant(offer.canadaSignedAt, zone, language),
              },
            ]
          : []),
      ]}
    />
  )
}

/** The one question before a no. */
export function DeclineView({ page, language, filled = {}, problems = [] }: Shown) {
  const { id } = page.offer
  return (
    <div class="narrow">
      <p class="eyebrow">{page.opportunity.title[language]}</p>
      <h1>{offerTexts.declineTitle[language]}</h1>
      <p class="lead">{offerTexts.declineLead[language]}</p>
      <Form action={path('/offers/:id/refusal', language, { id })} language={language} errors={problems}>
        <TextArea
          language={language}
          name="because"
          label={offerTexts.because[language]}
          hint={offerTexts.becauseHint[language]}
          rows={3}
          value={typed(filled, 'because')}
          error={problemAt(problems, 'because', language)}
        />
        <ActionBar>
          <Button kind="stop">{offerTexts.decline[language]}</Button>
          <a href={path('/offers/:id', language, { id })}>{offerTexts.backToOffer[language]}</a>
        </ActionBar>
      </Form>
    </div>
  )
}
