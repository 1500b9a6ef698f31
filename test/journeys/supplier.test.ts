import { expect, test } from 'vitest'
import type { Planned } from '../../src/admin/demo.plan.ts'
import { plan } from '../../src/admin/demo.statements.ts'
import { resumedEmail, withdrawalEmail } from '../../src/applications/emails.ts'
import { formTexts, previewTexts, warningTexts } from '../../src/applications/texts.form.ts'
import { checkTexts, homeTexts, lateTexts, standings, withdrawalTexts } from '../../src/applications/texts.ts'
import { path } from '../../src/platform/paths.ts'
import { detailTexts } from '../../src/publication/texts.ts'
import { confirmEmail } from '../../src/subscribers/emails.ts'
import { subscribeTexts } from '../../src/subscribers/texts.ts'
import { aboutYou, checkReceipt } from './applying.ts'
import { writtenFor } from './arranged.ts'
import { go, type Journey } from './journey.ts'
import { checked, type Person, plain } from './person.ts'

const who = { name: 'Robin Adeyemi', email: 'robin@adeyemi.example' }
const withdrawn: Planned = open('keyboard-trap')
const late: Planned = open('ead3')

test('a supplier hears of work, applies on a phone, withdraws, and once comes too late', () =>
  go(
    { language: 'en', viewport: { width: 360, height: 740 }, files: [withdrawn, late] },
    { subscribed, appliedAndWithdrew, tooLate },
  ))

test('a new supplier finds work in French, on a phone, without a script, and changes the application on another device', () =>
  go(
    { language: 'fr', javaScript: false, viewport: { width: 360, height: 740 }, files: [withdrawn] },
    { onTwoDevices },
  ))

/** From the door to a receipt that checks, with what it takes: pages loaded, and fields filled in. */
async function onTwoDevices(journey: Journey): Promise<void> {
  const newcomer = { name: 'Zoé Lavoie', email: 'zoe@lavoie.example' }
  const [phone, done] = counting(await journey.person(newcomer))
  await phone.open('/')
  await phone.follow('Français')
  await phone.follow(writtenFor(withdrawn).title)
  await phone.follow(detailTexts.apply)
  await journey.signIn(phone, newcomer)
  await write(phone, withdrawn, 'J’ai corrigé l’ordre du focus d’un calendrier. Zoé Lavoie, zoe@lavoie.example')
  await aboutYou(phone, newcomer)
  await phone.tick(await agreementIn(phone).evaluate(labelOf))
  await phone.press(formTexts.preview)
  const previewed = await phone.reads()
  expect(previewed).toContain(plain(phone.t(warningTexts.head)))
  expect((await phone.page.locator('mark').allInnerTexts()).join()).toContain('zoe@lavoie.example')
  await phone.follow(previewTexts.back)
  await write(
    phone,
    withdrawn,
    'J’ai corrigé l’ordre du focus d’un calendrier, puis vérifié avec deux lecteurs d’écran.',
  )
  await phone.press(formTexts.send)
  expect(await phone.reads()).toContain(plain(phone.t(standings.received.happening)))
  const applied = done()

  const [laptop, doneThere] = counting(await journey.person({ ...newcomer, email: 'another device of zoe@lavoie' }))
  await laptop.open(path('/applications', 'fr'))
  await journey.signIn(laptop, newcomer)
  await laptop.follow(homeTexts.change)
  await write(laptop, withdrawn, 'D’abord un essai qui échoue pour chaque critère, puis la correction.')
  await laptop.press(formTexts.sendAgain)
  await checkReceipt(laptop, laptop.t(checkTexts.noRoster))
  const changed = doneThere()
  await journey.letter(newcomer.email, resumedEmail)

  process.stdout.write(`a new supplier applies: ${applied.loads} pages loaded, ${applied.fields} fields filled in; `)
  process.stdout.write(`changes it elsewhere and checks the receipt: ${changed.loads} and ${changed.fields}\n`)
  expect(applied.loads).toBeLessThanOrEqual(12)
  expect(applied.fields).toBeLessThanOrEqual(20)
}

/** What a person reads beside a box. */
const labelOf = (box: SVGElement | HTMLElement): string =>
  (box instanceof HTMLInputElement && box.labels?.[0]?.textContent) || ''

/** The same person, with the pages that load and the fields that they fill in counted. */
function counting(person: Person): [Person, () => { loads: number; fields: number }] {
  let [loads, fields] = [0, 0]
  person.page.on('load', () => {
    loads += 1
  })
  const filled =
    <Args extends unknown[], Result>(act: (...args: Args) => Result) =>
    (...args: Args): Result => {
      fields += 1
      return act(...args)
    }
  const counted = {
    ...person,
    fill: filled(person.fill),
    tick: filled(person.tick),
    choose: filled(person.choose),
  }
  return [counted, () => ({ loads, fields })]
}

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
  await write(supplier, withdrawn)
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
  await write(supplier, late)
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

async function write(person: Person, planned: Planned, said = answer): Promise<void> {
  const asked = [writtenFor(planned).asked, plan]
  const key = person.language === 'en' ? 'E' : 'C'
  for (const [at, criterion] of asked.entries()) await person.fill(`${key}${at + 1} ${person.t(criterion)}`, said)
}

/** The words of the agreement name the price and the date of the opportunity. */
const agreementIn = (person: Person) => person.named('group', formTexts.ifChosen).getByRole('checkbox')

function open(key: string): Planned {
  return { key, client: 'client', reached: 'open', posted: -1, applicants: [], passing: 0 }
}
