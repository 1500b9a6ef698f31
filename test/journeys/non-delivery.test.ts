import { expect, test } from 'vitest'
import type { Planned } from '../../src/admin/demo.plan.ts'
import { inHandTexts } from '../../src/admin/texts.supplier.ts'
import { offerMade } from '../../src/awards/emails.ts'
import { terminatedForSupplier } from '../../src/delivery/emails.exceptions.ts'
import { deliveryWaiting, staffTexts, supplierTexts } from '../../src/delivery/texts.pages.ts'
import { contractStateNames, nextStepNames, terminationNames } from '../../src/delivery/texts.ts'
import { draftingTexts } from '../../src/drafting/texts.ts'
import { decisionTexts } from '../../src/opportunities/texts.decisions.ts'
import { day } from '../../src/platform/day.ts'
import { dollars } from '../../src/platform/money.ts'
import { path } from '../../src/platform/paths.ts'
import { detailTexts, homeTexts, statusNames } from '../../src/publication/texts.ts'
import { writtenFor } from './arranged.ts'
import { accept, countersign } from './delivering.ts'
import { type Applicant, go, type Journey } from './journey.ts'
import { verified } from './paying.ts'
import { type Person, plain } from './person.ts'
import { taken } from './posting.ts'

const shared = { client: 'client', reached: 'in_progress' } as const
/** Two passed, so that somebody is left when the first cannot deliver. */
const withNext: Planned = {
  ...shared,
  key: 'mariner-feed',
  posted: -20,
  applicants: ['mina', 'aurelie', 'jonah'],
  passing: 2,
}
/** One passed: nobody is left. */
const alone: Planned = { ...shared, key: 'soundings', posted: -13, applicants: ['benoit', 'jonah'], passing: 1 }

const mina = { name: 'Mina Castellano', email: 'mina@suppliers.example', firm: 'Blue Heron Labs' }
const aurelie = { name: 'Aurélie Comeau', email: 'aurelie@suppliers.example', firm: 'Studio Marée haute' }
const benoit = { name: 'Benoît Larivière', email: 'benoit@suppliers.example', firm: 'Atelier du Quai' }

test('a supplier who cannot deliver gives way to the next in the ranking', () =>
  go({ language: 'en', files: [withNext, alone] }, { nextIsOffered, postedAgain }))

/** The first says so, the signatory ends the contract, the next in the ranking is offered the work and accepts. */
async function nextIsOffered(journey: Journey): Promise<void> {
  const { title, price } = writtenFor(withNext)
  const [first, second] = await inOrder(journey, [mina, aurelie])
  const visitor = await publicPage(journey, title.en)
  expect(await visitor.reads()).toContain(plain(visitor.t(detailTexts.awardedTo(first.firm))))

  await cannotDeliver(journey, first)
  await publicPage(journey, title.en)
  expect(await visitor.reads()).not.toContain(first.firm)

  const program = await taken(journey, 'program', deliveryWaiting.next)
  await program.choose(staffTexts.nextQuestion, nextStepNames.next)
  await program.fill(staffTexts.offerDay, '2035-07-20')
  await program.press(staffTexts.record)

  await journey.letter(second.email, offerMade)
  await accept(journey, second, { deliveryDay: day('2035-07-20'), price: dollars(price) })
  await countersign(journey)
  await publicPage(journey, title.en)
  await visitor.waitsFor(detailTexts.awardedTo(second.firm))
}

/** Nobody is left: the need is posted again as a new draft, and the old page says how it ended, with no name. */
async function postedAgain(journey: Journey): Promise<void> {
  const { title } = writtenFor(alone)
  await cannotDeliver(journey, benoit)
  const program = await taken(journey, 'program', deliveryWaiting.next)
  expect(await program.reads()).toContain(plain(program.t(staffTexts.nobody)))
  expect(await program.named('radio', nextStepNames.next).count()).toBe(0)
  await program.choose(staffTexts.nextQuestion, nextStepNames.repost)
  await program.press(staffTexts.record)
  await program.press(decisionTexts.repost)
  expect(await program.reads()).toContain(program.t(draftingTexts.lead))
  expect(await program.page.getByLabel('English').first().inputValue()).toBe(title.en)

  const visitor = await publicPage(journey, title.en)
  const read = await visitor.reads()
  expect(read).toContain(plain(visitor.t(statusNames.ended_without_delivery)))
  expect(read).toContain(plain(visitor.t(detailTexts.endedText)))
  expect(read).not.toContain(benoit.firm)
  expect(read).not.toContain(benoit.name)
  await verified(journey)
}

type Firm = Applicant & { readonly firm: string }

/** The supplier declares it; Canada’s signatory ends the contract for default. */
async function cannotDeliver(journey: Journey, who: Firm): Promise<void> {
  const supplier = await journey.supplier(who)
  await supplier.follow(inHandTexts.contract.in_progress.label)
  await supplier.follow(supplierTexts.sayUnable)
  await supplier.fill(supplierTexts.unableWhy, 'A longer contract takes all of my time.')
  await supplier.tick(supplierTexts.unableSure)
  await supplier.press(supplierTexts.tell)
  expect(await supplier.reads()).toContain(plain(supplier.t(supplierTexts.told)))

  const signatory = await taken(journey, 'signatory', deliveryWaiting.terminate)
  await signatory.choose(staffTexts.kind, terminationNames.default)
  await signatory.fill(staffTexts.why, 'The supplier said that they cannot deliver.')
  await signatory.press(staffTexts.endButton)
  expect(await signatory.reads()).toContain(plain(signatory.t(contractStateNames.staff.terminated)))
  await journey.letter(who.email, terminatedForSupplier)
}

/** Who has the work comes first: their own page says so. */
async function inOrder(journey: Journey, [one, other]: readonly [Firm, Firm]): Promise<[Firm, Firm]> {
  const person = await journey.supplier(one)
  const has = await person.named('link', inHandTexts.contract.in_progress.label).count()
  return has > 0 ? [one, other] : [other, one]
}

async function publicPage(journey: Journey, title: string): Promise<Person> {
  const visitor = await journey.visitor()
  await visitor.open(path('/opportunities', journey.language))
  await visitor.unfold(homeTexts.closed)
  await visitor.follow(title)
  return visitor
}
