import { formatInstant } from '../platform/format.ts'
import { type Problems, problemAt } from '../platform/forms.ts'
import { type Form as Filled, typed } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { Checkbox } from '../ui/choices.tsx'
import { TextField } from '../ui/fields.tsx'
import { Button, ButtonLink, ErrorSummary, Form } from '../ui/form.tsx'
import { safeHref } from '../ui/link.ts'
import { Empty, Pairs, StatusBox } from '../ui/parts.tsx'
import { FoldTable } from '../ui/tables.tsx'
import type { RankingRow, StaffOfferPage } from './pages.ts'
import type { Offer } from './rules.ts'
import { staffOfferTexts as words } from './texts.pages.ts'
import { offerStateNames, paymentNamesForStaff } from './texts.ts'

type Shown = { page: StaffOfferPage; language: Language; filled?: Filled; problems?: Problems }

/** The offers of a file as staff see them: by token, until a name is needed. */
export function StaffOfferView({ page, language, filled = {}, problems = [] }: Shown) {
  const { opportunity, rows, standing, zone } = page
  return (
    <>
      <p class="eyebrow">
        {words.file(opportunity.number)[language]} · {opportunity.team[language]}
      </p>
      <h1>{opportunity.title[language]}</h1>
      {!page.canRecordSignOff && <ErrorSummary language={language} errors={problems} />}
      <StaffStatus page={page} language={language} />
      <Chosen page={page} language={language} />
      {page.canRecordSignOff && <SignOffForm page={page} language={language} filled={filled} problems={problems} />}
      <h2>{words.ranking[language]}</h2>
      {rows.length === 0 ? (
        <Empty head={words.empty[language]}>
          <p>{words.emptyMore[language]}</p>
        </Empty>
      ) : (
        <>
          <p class="small quiet">{words.rankingHint[language]}</p>
          <FoldTable
            caption={words.ranking[language]}
            captionHidden
            columns={[
              { label: words.rank[language] },
              { label: words.token[language] },
              { label: words.state[language] },
              { label: words.when[language] },
            ]}
            rows={rows.map((row) => [
              row.rank,
              <code key="token">{row.token}</code>,
              <OfferState key="state" row={row} language={language} />,
              row.offer ? formatInstant(sinceOf(row.offer), zone, language) : '',
            ])}
          />
        </>
      )}
      {standing?.state === 'terms_signed' && (
        <p>
          <a href={path('/files/:id/terms', language, { id: opportunity.id })}>{words.toSignLink[language]}</a>
        </p>
      )}
    </>
  )
}

function OfferState({ row: { offer }, language }: { row: RankingRow; language: Language }) {
  if (!offer) return <span class="quiet">{words.notAsked[language]}</span>
  return (
    <>
      {offerStateNames.staff[offer.state][language]}
      {offer.state === 'declined' && (
        <>
          <br />
          <span class="small quiet" lang={offer.language}>
            {offer.declinedBecause}
          </span>
        </>
      )}
    </>
  )
}

function sinceOf(offer: Offer): Date {
  switch (offer.state) {
    case 'made':
      return offer.madeAt
    case 'lapsed':
      return offer.respondBy
    case 'declined':
    case 'accepted':
      return offer.answeredAt
    case 'terms_signed':
      return offer.canadaSignedAt
  }
}

function StaffStatus({ page, language }: { page: StaffOfferPage; language: Language }) {
  const { opportunity, standing, zone } = page
  const { id } = opportunity
  const nothing = { what: words.nothing[language] }
  const noDate = { what: words.noDate[language] }
  if (opportunity.state === 'unsuccessful')
    return (
      <StatusBox
        language={language}
        tone="done"
        happening={{
          what: words.ended[language],
          more: (
            <p>
              {(opportunity.outcome === 'ended_without_delivery' ? words.endedDelivery : words.endedNone)[language]}
            </p>
          ),
        }}
        next={page.canRepost ? { what: words.repost[language] } : nothing}
        by={noDate}
        action={
          page.canRepost && (
            <ButtonLink href={path('/files/:id/reposting', language, { id })}>{words.repostLink[language]}</ButtonLink>
          )
        }
      />
    )
  if (!standing)
    return (
      <StatusBox
        language={language}
        tone="waiting"
        happening={{ what: words.notYet[language], more: <p>{words.notYetMore[language]}</p> }}
        next={nothing}
        by={noDate}
      />
    )
  if (standing.state === 'made')
    return (
      <StatusBox
        language={language}
        tone="waiting"
        happening={{ what: words.offered[language], more: <p>{words.offeredMore(standing.rank)[language]}</p> }}
        next={{ what: words.nothing[language], more: <p>{words.nothingMore[language]}</p> }}
        by={{ what: formatInstant(standing.respondBy, zone, language) }}
      />
    )
  if (standing.state === 'accepted')
    return (
      <StatusBox
        language={language}
        tone={page.canRecordSignOff ? 'you' : 'waiting'}
        happening={{ what: words.accepted[language] }}
        next={
          page.canRecordSignOff
            ? { what: words.recordSignOff[language], more: <p>{words.recordSignOffMore[language]}</p> }
            : { what: words.toSign[language] }
        }
        by={{ what: words.soon[language] }}
        action={
          page.canRecordSignOff ? undefined : (
            <ButtonLink kind="plain" href={path('/files/:id/terms', language, { id })}>
              {words.toSignLink[language]}
            </ButtonLink>
          )
        }
      />
    )
  return (
    <StatusBox
      language={language}
      tone="done"
      happening={{ what: words.signed[language] }}
      next={{ what: words.work[language] }}
      by={noDate}
      action={<ButtonLink href={path('/files/:id/work', language, { id })}>{words.workLink[language]}</ButtonLink>}
    />
  )
}

/** Named only for those who may know: the page holds no name otherwise. */
function Chosen({ page: { chosen, standing, zone }, language }: { page: StaffOfferPage; language: Language }) {
  if (!chosen || !standing || !('payment' in standing)) return null
  return (
    <>
      <h2>{words.chosen[language]}</h2>
      <Pairs
        items={[
          { label: words.chosen[language], value: chosen.operatingName || chosen.legalName },
          { label: words.email[language], value: chosen.email },
          { label: words.pays[language], value: paymentNamesForStaff[standing.payment][language] },
          { label: words.tax[language], value: standing.taxNumber || words.noTax[language] },
          ...(chosen.formerPublicServant
            ? [
                {
                  label: words.former[language],
                  value: (chosen.formerPension ? words.formerPension : words.formerPlain)[language],
                },
              ]
            : []),
          ...(chosen.repositories
            ? [{ label: words.repositories[language], value: <Links of={chosen.repositories} /> }]
            : []),
          ...(standing.signOff
            ? [
                {
                  label: words.signOff[language],
                  value: `${words.signOffDone(formatInstant(standing.signOff.at, zone, language))[language]} ${standing.signOff.reference}`,
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

/** Addresses as the supplier gave them, one a line; only those of the Web are led to. */
const Links = ({ of }: { of: string }) => (
  <>
    {of.split('\n').map((address) => {
      const href = safeHref(address)
      return (
        <span key={address} class="break">
          {href ? (
            <a href={href} rel="noreferrer">
              {address}
            </a>
          ) : (
            address
          )}{' '}
        </span>
      )
    })}
  </>
)

function SignOffForm({ page, language, filled = {}, problems = [] }: Shown) {
  const at = (name: string) => problemAt(problems, name, language)
  return (
    <>
      <h2>{words.signOff[language]}</h2>
      <p>{words.signOffLead[language]}</p>
      <Form
        action={path('/files/:id/offer', language, { id: page.opportunity.id })}
        language={language}
        errors={problems}
      >
        <Checkbox
          language={language}
          name="agreed"
          label={words.signOffAgreed[language]}
          checked={typed(filled, 'agreed') === 'yes'}
          error={at('agreed')}
        />
        <Checkbox
          language={language}
          name="statement"
          label={words.signOffStatement[language]}
          checked={typed(filled, 'statement') === 'yes'}
          error={at('statement')}
        />
        <TextField
          language={language}
          name="reference"
          label={words.reference[language]}
          hint={words.referenceHint[language]}
          value={typed(filled, 'reference')}
          error={at('reference')}
          width="m"
        />
        <Button>{words.signOffButton[language]}</Button>
      </Form>
    </>
  )
}
