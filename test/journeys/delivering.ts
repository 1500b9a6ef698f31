import { expect } from 'vitest'
import { inHandTexts } from '../../src/admin/texts.supplier.ts'
import { resultLetters } from '../../src/awards/emails.results.ts'
import { offerMade } from '../../src/awards/emails.ts'
import { offerTexts } from '../../src/awards/texts.pages.ts'
import { offerStateNames, paymentNames } from '../../src/awards/texts.ts'
import { revisionAsked, startedForSupplier, workAccepted } from '../../src/delivery/emails.ts'
import { deliveryWaiting, staffTexts, supplierTexts, termsTexts, workTexts } from '../../src/delivery/texts.pages.ts'
import { contractStateNames } from '../../src/delivery/texts.ts'
import { type Day, day } from '../../src/platform/day.ts'
import { formatDay, formatMoney } from '../../src/platform/format.ts'
import type { Text } from '../../src/platform/i18n.ts'
import type { Cents } from '../../src/platform/money.ts'
import { applicants } from './applying.ts'
import { reasons } from './choosing.ts'
import type { Applicant, Journey } from './journey.ts'
import { type Person, plain } from './person.ts'
import { need, taken } from './posting.ts'

/** The work is offered to the first of the order: who answers, both sign, and the others are told why. */
export async function award(journey: Journey): Promise<void> {
  const winner = await winnerOf(journey)
  await accept(journey, winner)
  await countersign(journey)
  await journey.letter(winner.email, startedForSupplier)

  const { text: why } = await journey.letter(applicants.twyne.email, resultLetters.not_passed)
  expect(why).toContain(reasons.fail[journey.language])
  const others = passers.filter(({ email }) => email !== winner.email).map(({ email }) => email)
  await journey.letter(others, resultLetters.not_drawn)
}

const passers: readonly Applicant[] = [applicants.cormoran, applicants.raman]

/** Who has been written the offer, of those who passed. */
export async function winnerOf(journey: Journey): Promise<Applicant> {
  const known = winners.get(journey)
  if (known) return known
  const { to } = await journey.letter(
    passers.map(({ email }) => email),
    offerMade,
  )
  const found = passers.find(({ email }) => email === to)
  if (!found) throw new Error(`${to} did not apply`)
  winners.set(journey, found)
  return found
}
const winners = new WeakMap<Journey, Applicant>()

/** The offer, from the supplier’s own page to the signature. */
export async function accept(
  journey: Journey,
  who: Applicant,
  { deliveryDay, price }: { deliveryDay: Day; price: Cents } = { deliveryDay: day('2035-08-17'), price: need.price },
): Promise<Person> {
  const person = await inHand(journey, who, inHandTexts.offer.made.label)
  await person.tick(offerTexts.agreeDate(formatDay(deliveryDay, person.language)))
  await person.tick(offerTexts.agreePrice(formatMoney(price, person.language)))
  await person.tick(offerTexts.agreeIdentity)
  await person.choose(offerTexts.payment, paymentNames.paypal)
  await person.fill(offerTexts.detail, 'paypal.me/supplier')
  await person.tick(offerTexts.agreeTerms)
  await person.fill(offerTexts.sign, who.name)
  await person.press(offerTexts.accept)
  expect(await person.reads()).toContain(plain(person.t(offerStateNames.supplier.accepted)))
  return person
}

/** What a supplier has in hand, by the button on their own page. */
export async function inHand(journey: Journey, who: Applicant, button: Text): Promise<Person> {
  const person = await journey.supplier(who)
  await person.waitsFor(button)
  await person.follow(button)
  return person
}

/** Canada signs; from then on there is work. */
export async function countersign(journey: Journey): Promise<void> {
  const signatory = await taken(journey, 'signatory', deliveryWaiting.sign)
  await signatory.tick(termsTexts.read)
  await signatory.press(termsTexts.button)
  await signatory.follow(termsTexts.openWork)
}

/** Delivered, sent back with a comment and a new date, delivered again, accepted. */
export async function delivery(journey: Journey): Promise<void> {
  const who = await winnerOf(journey)
  await deliver(await inHand(journey, who, inHandTexts.contract.in_progress.label))

  const comment = journey.language === 'en' ? 'The documentation is missing.' : 'La documentation manque.'
  await checked(journey, comment)
  await journey.letter(who.email, revisionAsked)
  const again = await inHand(journey, who, inHandTexts.contract.revision_asked.label)
  expect(await again.reads()).toContain(comment)
  await deliver(again)

  const client = await checked(journey, '')
  expect(await client.reads()).toContain(plain(client.t(contractStateNames.staff.accepted)))
  await journey.letter(who.email, workAccepted)
}

async function deliver(person: Person): Promise<void> {
  await person.fill(workTexts.repository, 'https://example.org/waterways/licence-forms')
  await person.press(supplierTexts.send)
  expect(await person.reads()).toContain(plain(person.t(contractStateNames.supplier.delivered)))
}

/** The client decides, criterion by criterion; with a comment the second is not met. */
async function checked(journey: Journey, comment: string): Promise<Person> {
  const client = await taken(journey, 'client', deliveryWaiting.check)
  for (const [at, criterion] of need.work.entries()) {
    const key = `${journey.language === 'en' ? 'W' : 'T'}${at + 1}`
    const missing = comment !== '' && at === 1
    await client.choose(`${key} – ${client.t(criterion)}`, missing ? workTexts.notMet : workTexts.met)
    if (missing) await client.fill(`${client.t(staffTexts.comment)} – ${key}`, comment)
  }
  if (comment !== '') await client.fill(staffTexts.newDay, '2035-08-31')
  await client.press(staffTexts.record)
  return client
}
