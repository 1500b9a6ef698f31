import { versionsAgreed } from '../applications/agreements.ts'
import { submitApplication } from '../applications/submission.ts'
import { acceptOffer } from '../awards/commands.answers.ts'
import { offersOf } from '../awards/store.ts'
import { decideNext, terminateContract } from '../delivery/commands.ending.ts'
import { declareUnable } from '../delivery/commands.exceptions.ts'
import { countersignTerms, decideWork, deliverWork } from '../delivery/commands.ts'
import { confirmEvaluation, lockEvaluation } from '../evaluation/commands.lock.ts'
import { declareNoConflict, markAnswers, startEvaluation } from '../evaluation/commands.ts'
import { extendClosing } from '../opportunities/commands.amendments.ts'
import {
  completePif,
  reserveFunds,
  saveTranslation,
  sendToFinance,
  signCommitment,
} from '../opportunities/commands.gates.ts'
import { approveStatement, saveStatement, startStatement, submitStatement } from '../opportunities/commands.writing.ts'
import { expectedValue } from '../opportunities/rules.readiness.ts'
import type { Statement } from '../opportunities/rules.ts'
import { criteriaOf, findOpportunity } from '../opportunities/store.ts'
import { day } from '../platform/day.ts'
import type { Language, Text } from '../platform/i18n.ts'
import { dollars } from '../platform/money.ts'
import { dayOf } from '../platform/time.ts'
import { policyOf } from '../policy/store.ts'
import { publish } from '../publication/commands.ts'
import { attestTranslation } from '../translation/commands.attest.ts'
import { recordWork } from './commands.ts'
import { numbersOfSuppliers } from './past.store.ts'
import type { Programme } from './programme.ts'
import type { PastAct, Stage } from './replay.stage.ts'
import { done, found } from './settling.ts'

/** The one opportunity of the programme, from its statement to its end. */
export function opportunityActs(stage: Stage): PastAct[] {
  const file: OpportunityFile = { ...stage, id: '', app: stage.past.app, facts: stage.programme.opportunity }
  return [...writing(file), ...gates(file), ...posting(file), ...choosing(file), ...ending(file)]
}

type OpportunityFile = Stage & {
  id: string
  readonly app: Stage['past']['app']
  readonly facts: Programme['opportunity']
}

function writing(file: OpportunityFile): PastAct[] {
  const { app, facts, staff } = file
  const client = staff('client')
  const written = file.step('statement-written')
  return [
    {
      at: written.start,
      what: 'statement started',
      does: async () => {
        const requestId = found(file.files.get(facts.request), 'the opportunity has no request').id
        file.id = (await done('start the statement', startStatement(app, client, { requestId }))).id
      },
    },
    {
      at: facts.placedSaved,
      what: 'statement saved',
      does: async () => {
        const statement = inLanguage(statementFrom(facts), 'en')
        await done('save the statement', saveStatement(app, client, { ...(await seen(file)), statement }))
      },
    },
    {
      at: written.end,
      what: 'statement submitted',
      does: async () => {
        const { workingDays } = written
        const input = { ...(await seen(file)), workingDays, explained: notRecorded }
        await done('submit the statement', submitStatement(app, client, input))
      },
    },
    {
      at: facts.placedApproved,
      what: 'statement approved by procurement',
      does: async () => {
        await done('approve the statement', approveStatement(app, staff('procurement'), { id: file.id }))
      },
    },
  ]
}

function gates(file: OpportunityFile): PastAct[] {
  const { app, facts, staff } = file
  const client = staff('client')
  const program = staff('program')
  const ended = (step: string, what: string, does: (workingDays: number | null) => Promise<unknown>): PastAct => {
    const { end: at, workingDays } = file.step(step)
    return { at, what, does: async () => void (await does(workingDays)) }
  }
  return [
    ended('pif-completed', 'initiation form completed', (workingDays) =>
      done('complete the form', completePif(app, client, { id: file.id, pif: facts.pif, workingDays })),
    ),
    ended('s32-signed', 'commitment signed (section 32)', (workingDays) =>
      done('sign the commitment', signCommitment(app, staff('section32'), { id: file.id, workingDays })),
    ),
    ended('sent-to-finance', 'sent to finance', (workingDays) =>
      done('send to finance', sendToFinance(app, client, { id: file.id, workingDays })),
    ),
    ended('funds-reserved', 'funds reserved', async (workingDays) => {
      const reservation = { ...facts.reservation, amount: await committed(file) }
      const input = { id: file.id, reservation, payableAtYearEnd: false, workingDays }
      return done('reserve the funds', reserveFunds(app, staff('finance'), input))
    }),
    {
      at: facts.placedTranslationSaved,
      what: 'translation saved',
      does: async () => {
        const statement = statementFrom(facts)
        await done('save the translation', saveTranslation(app, program, { ...(await seen(file)), statement }))
      },
    },
    ended('translated', 'translation attested', async (workingDays) =>
      done('attest the translation', attestTranslation(app, program, { ...(await seen(file)), workingDays })),
    ),
    ended('page-prepared', 'posted in both languages', (workingDays) =>
      done('post', publish(app, program, { id: file.id, workingDays })),
    ),
  ]
}

function posting(file: OpportunityFile): PastAct[] {
  const { app, facts, staff } = file
  const { closing, selection, delivery } = facts
  return [
    {
      at: closing.placedExtended,
      what: 'closing moved later',
      does: async () => {
        const dates = {
          closesAt: closing.extended,
          selectionDay: selection.extended,
          deliveryDay: delivery.extended,
        }
        const input = { id: file.id, reason: facts.extensionReason, ...dates }
        await done('move the closing', extendClosing(app, staff('program'), input))
      },
    },
    ...facts.suppliers.map((applicant) => ({
      at: applicant.placedSubmitted,
      what: `application received from ${applicant.name}`,
      does: async () => {
        const supplier = found(file.suppliers.get(applicant.email), `${applicant.name} is not there`)
        const opportunity = found(await app.read('everything', (tx) => findOpportunity(tx, file.id)), 'not posted')
        const content = contentOf(applicant)
        await done('apply', submitApplication(app, supplier, { slug: opportunity.slug, content }))
      },
    })),
  ]
}

function choosing(file: OpportunityFile): PastAct[] {
  const { app, facts, staff } = file
  const evaluators = facts.evaluators.map(staff)
  const [first] = evaluators
  const selected = file.step('supplier-selected')
  return [
    {
      at: selected.start,
      what: 'evaluation started',
      does: async () => {
        const named = evaluators.map(({ id }) => id)
        const input = { opportunityId: file.id, evaluators: named }
        await done('start the evaluation', startEvaluation(app, staff('program'), input))
      },
    },
    {
      at: facts.placedDeclared,
      what: 'no conflict of interest declared',
      does: async () => {
        for (const evaluator of evaluators)
          await done('declare', declareNoConflict(app, evaluator, { opportunityId: file.id, reads: ['en', 'fr'] }))
      },
    },
    { at: facts.placedMarked, what: 'applications marked', does: () => markAll(file) },
    {
      at: facts.placedLocked,
      what: 'results locked',
      does: async () => {
        const locker = found(first, 'nobody evaluates')
        await done('lock the results', lockEvaluation(app, locker, { opportunityId: file.id }))
      },
    },
    {
      at: selected.end,
      what: 'results confirmed: a supplier is chosen',
      does: async () => {
        const opportunityId = file.id
        await done('confirm the results', confirmEvaluation(app, staff('procurement'), { opportunityId }))
      },
    },
    {
      at: new Date(selected.end.getTime() + 60_000),
      what: 'working time recorded',
      does: async () => {
        await work(file, 'supplier-selected')
        await work(file, 'on-website')
      },
    },
  ]
}

function ending(file: OpportunityFile): PastAct[] {
  const { app, facts, staff } = file
  const { end: at, workingDays } = file.step('terms-agreed')
  const agreed: PastAct[] = [
    {
      at: facts.placedAccepted,
      what: 'terms signed by the supplier',
      does: async () => {
        const { supplier, offerId } = await chosen(file)
        const winner = facts.suppliers.find(({ email }) => email === supplier.email)
        const acceptance = { ...facts.payment, signatory: found(winner, 'nobody was chosen').worker }
        await done('accept the offer', acceptOffer(app, supplier, { offerId, ...acceptance }))
      },
    },
    {
      at,
      what: 'terms signed for Canada',
      does: async () => {
        const input = { opportunityId: file.id, workingDays }
        await done('sign the terms', countersignTerms(app, staff('signatory'), input))
      },
    },
  ]
  const unable: PastAct = {
    at: facts.placedUnable,
    what: 'supplier cannot deliver',
    does: async () => {
      const { supplier, offerId: contractId } = await chosen(file)
      await done('declare it', declareUnable(app, supplier, { contractId, because: facts.unableBecause }))
    },
  }
  const ended: PastAct[] = [
    {
      at: facts.placedTerminated,
      what: 'contract terminated',
      does: async () => {
        const { offerId: contractId } = await chosen(file)
        const why = { kind: 'default', because: facts.terminatedBecause, percentage: null } as const
        await done('terminate', terminateContract(app, staff('signatory'), { contractId, ...why }))
      },
    },
    {
      at: facts.placedEnded,
      what: 'file ended, not posted again',
      does: async () => {
        const { offerId: contractId } = await chosen(file)
        const next = { contractId, step: 'end', deliveryDay: null } as const
        await done('end the file', decideNext(app, staff('program'), next))
      },
    },
  ]
  if (!facts.termsSigned) return []
  if (facts.outcome === 'delivered') return [...agreed, ...deliveryActs(file)]
  return [...agreed, ...(facts.supplierSaidUnable ? [unable] : []), ...ended]
}

/** A programme whose supplier delivered, and whose client accepted. */
function deliveryActs(file: OpportunityFile): PastAct[] {
  const { app, facts, staff } = file
  const { placedAt, repositoryUrl, placedAccepted } = found(facts.delivered, 'the facts do not say what was delivered')
  return [
    {
      at: placedAt,
      what: 'work delivered',
      does: async () => {
        const { supplier, offerId: contractId } = await chosen(file)
        const work = { contractId, repositoryUrl, pullRequestUrl: '', note: '', language: 'en' } as const
        await done('deliver', deliverWork(app, supplier, work))
      },
    },
    {
      at: placedAccepted,
      what: 'work accepted',
      does: async () => {
        const { offerId: contractId } = await chosen(file)
        const criteria = await app.read('everything', (tx) => criteriaOf(tx, file.id, 'work'))
        const marks = criteria.map(({ id: criterionId }) => ({ criterionId, met: true, comment: '' }))
        await done('accept the work', decideWork(app, staff('client'), { contractId, marks, newDay: null }))
      },
    },
  ]
}

async function markAll(file: OpportunityFile): Promise<void> {
  const { app, facts, staff } = file
  const evaluator = staff(found(facts.evaluators[0], 'nobody evaluates'))
  const [numbers, criteria] = await app.read('everything', async (tx) => [
    await numbersOfSuppliers(tx, file.id),
    await criteriaOf(tx, file.id, 'application'),
  ])
  for (const { email, name, language, marks } of facts.suppliers) {
    const supplier = found(file.suppliers.get(email), `${name} is not there`)
    const number = found(numbers.get(supplier.id), `${name} did not apply`)
    const given = criteria.map(({ id: criterionId }, place) => {
      const { passed, reason: rationale } = found(marks[place], `${name} lacks the mark ${place + 1}`)
      return { criterionId, passed, rationale, language }
    })
    await done(`mark ${name}`, markAnswers(app, evaluator, { opportunityId: file.id, number, marks: given }))
  }
}

/** What people recorded on a step that none of their forms ends. */
async function work(file: OpportunityFile, step: string): Promise<void> {
  const { workingDays } = file.step(step)
  const { number } = found(file.files.get(file.facts.request), 'the opportunity has no request')
  if (workingDays === null) return
  await done('record work', recordWork(file.app, file.staff('program'), { number, step, days: workingDays }))
}

/** The offer that stands or stood, and who got it. A contract has the id of its offer. */
async function chosen(file: OpportunityFile) {
  const [offer] = await file.app.read('everything', (tx) => offersOf(tx, file.id))
  const { id: offerId, supplierId } = found(offer, 'no offer was made')
  const supplier = [...file.suppliers.values()].find(({ id }) => id === supplierId)
  return { offerId, supplier: found(supplier, 'the offer went to somebody else') }
}

/** The version that whoever saves next has read. */
async function seen({ app, id }: OpportunityFile): Promise<{ id: string; seen: number }> {
  const opportunity = await app.read('everything', (tx) => findOpportunity(tx, id))
  return { id, seen: found(opportunity, 'no statement was started').version }
}

const committed = ({ app, department, facts }: OpportunityFile) =>
  app.read('everything', async (tx) => {
    const now = await tx.now()
    const policy = await policyOf(tx, department.id, now)
    return expectedValue(policy, dayOf(now, policy.zone), dollars(facts.fixedPrice))
  })

function statementFrom({ statement, closing, selection, delivery, fixedPrice }: Programme['opportunity']): Statement {
  const { repositoryKind: kind, repositoryUrl: url, ...said } = statement
  return {
    ...said,
    repository: { kind, url },
    declared: { standalone: true, noCapacity: true, unclassified: true },
    price: dollars(fixedPrice),
    closesAt: closing.original,
    selectionDay: selection.original,
    deliveryDay: delivery.original,
  }
}

/** Nobody wrote these down in the past: an observer is told so. */
const notRecorded = {
  standalone: { en: 'The facts of the pilot do not say.', fr: 'Les faits du projet pilote ne le disent pas.' },
  noCapacity: { en: 'The facts of the pilot do not say.', fr: 'Les faits du projet pilote ne le disent pas.' },
}

/** What a writer of one language leaves: the other half of each text comes with the translation. */
function inLanguage(statement: Statement, language: Language): Statement {
  const half = (text: Text): Text => ({ en: '', fr: '', [language]: text[language] })
  const { title, teaser, team, background, work: works, skills, workCriteria, applicationCriteria } = statement
  return {
    ...statement,
    ...{ title: half(title), teaser: half(teaser), team: half(team), background: half(background), work: half(works) },
    skills: skills.map(half),
    workCriteria: workCriteria.map(half),
    applicationCriteria: applicationCriteria.map(half),
    provisions: statement.provisions.map(({ text, dueDay }) => ({ text: half(text), dueDay })),
  }
}

const contentOf = ({ name, worker, email, language, answers }: Programme['opportunity']['suppliers'][number]) => ({
  ...{ language, legalName: name, operatingName: '', workerName: worker, signatoryName: worker, email },
  ...({ publicService: 'no', affiliates: '', repositories: '' } as const),
  ...versionsAgreed(day('2021-01-01')),
  answers: answers.map((answer, place) => ({ position: place + 1, answer })),
})
