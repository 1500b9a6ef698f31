import { expect } from 'vitest'
import { agreementsOn } from '../../src/applications/agreements.ts'
import { formTexts } from '../../src/applications/texts.form.ts'
import { checkTexts, homeTexts, receiptTexts, standings } from '../../src/applications/texts.ts'
import { rosterEmail } from '../../src/draws/closing.emails.ts'
import { waitingTexts } from '../../src/evaluation/texts.pages.ts'
import { happening } from '../../src/opportunities/texts.file.ts'
import { day } from '../../src/platform/day.ts'
import { formatDay, formatMoney } from '../../src/platform/format.ts'
import { detailTexts } from '../../src/publication/texts.ts'
import type { Applicant, Journey } from './journey.ts'
import { type Person, plain } from './person.ts'
import { need, onFile, onList } from './posting.ts'

/** Who applies. What an evaluator reads of them betrays nobody. */
export const applicants = {
  cormoran: { name: 'Atelier Cormoran', email: 'atelier@cormoran.example', passes: true },
  raman: { name: 'Priya Raman', email: 'priya@raman.example', passes: true },
  twyne: { name: 'Cy Twyne', email: 'cy@twyne.example', passes: false },
} as const satisfies Record<string, Applicant & { passes: boolean }>

/** What the answer that does not pass says, and the others do not. */
export const weak = { en: 'I would learn it on the way.', fr: 'J’apprendrais en cours de route.' } as const

const strong = [
  {
    en: 'I repaired the focus order of a date picker and checked it with two screen readers.',
    fr: 'J’ai corrigé l’ordre du focus d’un calendrier, puis vérifié avec deux lecteurs d’écran.',
  },
  {
    en: 'First a failing test for each criterion, then the repair, then the documentation.',
    fr: 'D’abord un essai qui échoue pour chaque critère, puis la correction, puis la documentation.',
  },
] as const

/** Three suppliers apply, each from the public page; one of them changes the application and checks the receipt. */
export async function applications(journey: Journey): Promise<void> {
  const { cormoran, raman, twyne } = applicants
  for (const who of [cormoran, raman, twyne]) await apply(journey, who)
  await change(journey, cormoran)
}

/** From the public page through the sign-in to the receipt. */
export async function apply(journey: Journey, who: Applicant & { passes: boolean }): Promise<Person> {
  const person = await journey.person(who)
  await onList(journey, person)
  await person.follow(detailTexts.apply)
  await journey.signIn(person, who)
  await writeAnswers(person, who.passes)
  await aboutYou(person, who)
  await person.tick(agreement)
  await person.press(formTexts.send)
  expect(await person.reads()).toContain(plain(person.t(standings.received.happening)))
  return person
}

/** Who applies, and who signs; all but the agreement to the price and the date. */
export async function aboutYou(person: Person, { name }: Applicant): Promise<void> {
  await person.fill(formTexts.legalName, name)
  await person.fill(formTexts.workerName, name)
  await person.choose(formTexts.publicService, formTexts.publicServiceNo)
  await person.choose(formTexts.hasAffiliates, formTexts.no)
  await person.fill(formTexts.signatoryName, name)
  for (const { text } of [agreed.authority, agreed.eligibility, agreed.onlyApplication]) await person.tick(text)
}

const agreed = agreementsOn(day('2026-01-01'))

/** What each agrees to, with the dates after the extension. */
const agreement = formTexts.agree({
  day: inBoth((language) => formatDay(day('2035-08-17'), language, { weekday: false })),
  price: inBoth((language) => formatMoney(need.price, language)),
  licence: 'MIT',
})

/** The same fact as each language writes it. */
export function inBoth(write: (language: 'en' | 'fr') => string) {
  return { en: write('en'), fr: write('fr') }
}

export async function writeAnswers(person: Person, passes: boolean): Promise<void> {
  for (const [at, criterion] of need.application.entries()) {
    const key = `${person.language === 'en' ? 'E' : 'C'}${at + 1}`
    const answer = passes || at === 0 ? person.t(strong[at] ?? strong[0]) : person.t(weak)
    await person.fill(`${key} ${person.t(criterion)}`, answer)
  }
}

/** The supplier’s own page leads to the application; what is sent again has a receipt that anybody can check. */
async function change(journey: Journey, who: Applicant): Promise<void> {
  const person = await journey.supplier(who)
  await person.follow(homeTexts.change)
  const key = `${person.language === 'en' ? 'E' : 'C'}1`
  await person.fill(`${key} ${person.t(need.application[0])}`, `${person.t(strong[0])} ${person.t(strong[1])}`)
  await person.press(formTexts.sendAgain)
  await checkReceipt(person, person.t(checkTexts.noRoster))
}

/** On the page of a receipt: has it checked, as anybody may who was given it. */
export async function checkReceipt(person: Person, listed: string): Promise<void> {
  await person.press(receiptTexts.check)
  const read = await person.reads()
  expect(read).toContain(plain(person.t(checkTexts.good)))
  expect(read).toContain(plain(listed))
}

/** The clock passes the instant: the public page, the file and every applicant’s letter say so. */
export async function closing(journey: Journey): Promise<void> {
  await journey.travel(need.extendedTo)
  const visitor = await journey.visitor()
  await visitor.page.reload()
  await visitor.waitsFor(detailTexts.evaluating)
  const program = await onFile(journey, 'program')
  await program.waitsFor(happening.closed.what)
  await program.follow(waitingTexts.start)
  for (const { email } of Object.values(applicants)) await journey.letter(email, rosterEmail)

  const person = await journey.supplier(applicants.cormoran)
  await person.follow(homeTexts.receipt)
  await checkReceipt(person, person.t(checkTexts.inRoster))
}
