import { expect, test } from 'vitest'
import type { Planned } from '../../src/admin/demo.plan.ts'
import { withdrawalEmail } from '../../src/applications/emails.ts'
import { formTexts } from '../../src/applications/texts.form.ts'
import { homeTexts, lateTexts, standings, withdrawalTexts } from '../../src/applications/texts.ts'
import { path } from '../../src/platform/paths.ts'
import { detailTexts } from '../../src/publication/texts.ts'
import { confirmEmail } from '../../src/subscribers/emails.ts'
import { subscribeTexts } from '../../src/subscribers/texts.ts'
import { aboutYou } from './applying.ts'
import { writtenFor } from './arranged.ts'
import { go, type Journey } from './journey.ts'
import { agreementIn, newcomer, write } from './newcomer.ts'
import { checked, type Person, plain } from './person.ts'

const who = { name: 'Robin Adeyemi', email: 'robin@adeyemi.example' }
const withdrawn: Planned = open('keyboard-trap')
const late: Planned = open('ead3')

test('a supplier hears of work, applies on a phone, withdraws, and once comes too late', () =>
  go(
    { language: 'en', viewport: { width: 360, height: 740 }, files: [withdrawn, late] },
    { subscribed, appliedAndWithdrew, tooLate },
  ))

test('somebody new, in French, on a phone, without a script, finds, reads, asks, applies, edits elsewhere and checks the receipt', () =>
  go(
    { language: 'fr', javaScript: false, viewport: { width: 360, height: 740 }, files: [withdrawn] },
    newcomer(withdrawn),
  ))

/** The list is joined by the link of a letter, never by the form alone. */
async function subscribed(journey: Journey): Promise<void> {
  const visitor = await journey.person(who)
  await visitor.open('/')
  await visitor.follow('English')
  await visitor.fill(subscribeTexts.address, who.email)
  await visitor.press(subscribeTexts.send)
  const { text } = await journey.letter(who.email, confirmEmail)
  await visitor.open(/https?:\/\/\S+/.exec(text)?.[0] ?? '')
  await visitor.press(subscribeTexts.confirm)
  expect(await visitor.reads()).toContain(plain(visitor.t(subscribeTexts.done)))
  await visitor.follow(subscribeTexts.see)
}

async function appliedAndWithdrew(journey: Journey): Promise<void> {
  const supplier = await journey.person(who)
  await begin(supplier, withdrawn)
  await journey.signIn(supplier, who)
  await write(supplier, withdrawn, answer)
  await supplier.press(formTexts.save)
  await supplier.press(formTexts.send)
  expect(await supplier.page.getByRole('alert').getByRole('listitem').count()).toBeGreaterThan(3)
  await aboutYou(supplier, who)
  await checked(agreementIn(supplier))
  await supplier.press(formTexts.send)
  expect(await supplier.reads()).toContain(plain(supplier.t(standings.received.happening)))

  const again = await journey.supplier(who)
  await again.follow(homeTexts.withdraw)
  await again.press(withdrawalTexts.act)
  expect(await again.reads()).toContain(plain(again.t(standings.withdrawn.happening)))
  await journey.letter(who.email, withdrawalEmail)
}

/** The page was open when the clock passed: a clear sentence, and nothing that was typed is lost. */
async function tooLate(journey: Journey): Promise<void> {
  const supplier = await journey.person(who)
  await begin(supplier, late)
  await write(supplier, late, answer)
  await supplier.press(formTexts.save)
  await aboutYou(supplier, who)
  await checked(agreementIn(supplier))
  const closesAt = await supplier.page.locator('main time').first().getAttribute('datetime')
  await journey.travel(new Date(closesAt ?? ''))
  await supplier.press(formTexts.send)
  const read = await supplier.reads()
  expect(read).toContain(plain(supplier.t(lateTexts.title)))
  expect(await supplier.page.getByRole('textbox').first().inputValue()).toBe(answer)
  const kept = (await supplier.saves(lateTexts.keep)).toString('utf8')
  expect(kept).toContain(answer)
  expect(kept).toContain(who.name)

  const home = await journey.supplier(who)
  expect(await home.reads()).toContain(plain(home.t(standings.draft_late.happening)))
}

const answer = 'I repaired the focus order of a date picker and checked it with two screen readers.'

async function begin(person: Person, planned: Planned): Promise<void> {
  await person.open(path('/opportunities', person.language))
  await person.follow(writtenFor(planned).title)
  await person.follow(detailTexts.apply)
}

function open(key: string): Planned {
  return { key, client: 'client', reached: 'open', posted: -1, applicants: [], passing: 0 }
}
