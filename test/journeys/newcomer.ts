import { expect } from 'vitest'
import type { Planned } from '../../src/admin/demo.plan.ts'
import { plan } from '../../src/admin/demo.statements.ts'
import { receiptEmail, resumedEmail } from '../../src/applications/emails.ts'
import { formTexts, previewTexts, warningTexts } from '../../src/applications/texts.form.ts'
import { checkTexts, homeTexts, standings } from '../../src/applications/texts.ts'
import { path } from '../../src/platform/paths.ts'
import { detailTexts } from '../../src/publication/texts.ts'
import { answersEmail, confirmQuestionEmail } from '../../src/questions/emails.ts'
import { askTexts, staffTexts } from '../../src/questions/texts.ts'
import { aboutYou, checkReceipt } from './applying.ts'
import { writtenFor } from './arranged.ts'
import type { Applicant, Journey } from './journey.ts'
import { type Person, plain } from './person.ts'

const zoe: Applicant = { name: 'Zoé Lavoie', email: 'zoe@lavoie.example' }
const asked = {
  question: {
    en: 'Must the calendar also work where the page is read without a network?',
    fr: 'Le calendrier doit-il aussi fonctionner quand la page est lue sans réseau?',
  },
  answer: { en: 'No: with a network only.', fr: 'Non\u00a0: avec un réseau seulement.' },
} as const
const answers = {
  revealing: 'J’ai corrigé l’ordre du focus d’un calendrier. Zoé Lavoie, zoe@lavoie.example',
  first: 'J’ai corrigé l’ordre du focus d’un calendrier, puis vérifié avec deux lecteurs d’écran.',
  changed: 'D’abord un essai qui échoue pour chaque critère, puis la correction.',
} as const

type Act = (journey: Journey) => Promise<void>

/**
 * What somebody new does from the door to a receipt that checks, one act after the other on `planned`. Each act prints
 * the pages that loaded for her, what she typed and what she chose; the last prints them all.
 */
export function newcomer(planned: Planned): Readonly<Record<string, Act>> {
  const tally: Tally = { loads: 0, typed: 0, chosen: 0 }
  const onPhone = async (journey: Journey) => counted(await journey.person(zoe), tally)
  const onLaptop = async (journey: Journey) =>
    counted(await journey.person({ ...zoe, email: `another device of ${zoe.email}` }), tally)

  const acts: Record<string, Act> = {
    async finds(journey) {
      const phone = await onPhone(journey)
      await phone.open('/')
      await phone.follow('Français')
      await phone.follow(writtenFor(planned).title)
    },

    async reads(journey) {
      const phone = await onPhone(journey)
      const read = await phone.reads()
      const places = [detailTexts.taking, writtenFor(planned).criteria[0], detailTexts.needed].map((said) =>
        read.indexOf(plain(phone.t(said))),
      )
      expect(places).toEqual(places.filter((place) => place > 0).toSorted((one, other) => one - other))
    },

    async asks(journey) {
      const phone = await onPhone(journey)
      await phone.follow(askTexts.title, questionsOf(phone))
      await phone.fill(askTexts.words, phone.t(asked.question))
      await phone.fill(askTexts.email, zoe.email)
      await phone.press(askTexts.send)
      await phone.open(linkIn(await journey.letter(zoe.email, confirmQuestionEmail)))
      await phone.press(askTexts.confirm)
      expect(await phone.reads()).toContain(plain(phone.t(askTexts.doneTitle)))
    },

    /** She waits meanwhile: what the program team does is not counted. */
    async isAnswered(journey) {
      const program = await journey.staff('program')
      await program.follow(staffTexts.toAnswer)
      await program.fillPair(staffTexts.publicQuestion, asked.question)
      await program.fillPair(staffTexts.answer, asked.answer)
      await program.press(staffTexts.publish)
      expect(await program.reads()).not.toContain(zoe.email)
      await journey.travel(new Date(journey.now().getTime() + 60_000))
    },

    async readsTheAnswer(journey) {
      const phone = await onPhone(journey)
      await phone.open(linkIn(await journey.letter(zoe.email, answersEmail)))
      const read = plain(await questionsOf(phone).innerText())
      expect(read).toContain(plain(phone.t(asked.question)))
      expect(read).toContain(plain(phone.t(asked.answer)))
      expect(await phone.reads()).not.toContain(zoe.email)
    },

    async applies(journey) {
      const phone = await onPhone(journey)
      await phone.follow(detailTexts.apply)
      await journey.signIn(phone, zoe)
      await write(phone, planned, answers.revealing)
      await aboutYou(phone, zoe)
      await phone.tick(await agreementIn(phone).evaluate(labelOf))
      await phone.press(formTexts.preview)
      expect(await phone.reads()).toContain(plain(phone.t(warningTexts.head)))
      expect((await phone.page.locator('mark').allInnerTexts()).join()).toContain(zoe.email)
      await phone.follow(previewTexts.back)
      await write(phone, planned, answers.first)
      await phone.press(formTexts.send)
      expect(await phone.reads()).toContain(plain(phone.t(standings.received.happening)))
    },

    async editsElsewhere(journey) {
      const laptop = await onLaptop(journey)
      await laptop.open(path('/applications', 'fr'))
      await journey.signIn(laptop, zoe)
      await laptop.follow(homeTexts.change)
      await write(laptop, planned, answers.changed)
      await laptop.press(formTexts.sendAgain)
      await journey.letter(zoe.email, resumedEmail)
    },

    async receives(journey) {
      const laptop = await onLaptop(journey)
      await laptop.open(linkIn(await journey.letter(zoe.email, receiptEmail)))
    },

    async checks(journey) {
      const laptop = await onLaptop(journey)
      await checkReceipt(laptop, laptop.t(checkTexts.noRoster))
    },
  }

  const printed = Object.entries(acts).map(([name, act]): [string, Act] => [
    name,
    async (journey) => {
      const before = { ...tally }
      await act(journey)
      print(name, {
        loads: tally.loads - before.loads,
        typed: tally.typed - before.typed,
        chosen: tally.chosen - before.chosen,
      })
    },
  ])
  return {
    ...Object.fromEntries(printed),
    async inAll() {
      print('from the door to a receipt that checks', tally)
      expect(tally.loads).toBeLessThanOrEqual(MOST.loads)
      expect(tally.typed).toBeLessThanOrEqual(MOST.typed)
      expect(tally.chosen).toBeLessThanOrEqual(MOST.chosen)
    },
  }
}

/** What it takes at most: the way must not grow without anybody noticing. */
const MOST: Tally = { loads: 21, typed: 15, chosen: 6 }
type Tally = { loads: number; typed: number; chosen: number }

const print = (what: string, { loads, typed, chosen }: Tally) =>
  process.stdout.write(`  ${what}: ${loads} pages loaded, ${typed} fields typed in, ${chosen} choices made\n`)

/** The same person, with the pages that load, the fields that they type in and the choices that they make counted. */
function counted(person: Person, tally: Tally): Person {
  if (!watched.has(person.page)) {
    watched.add(person.page)
    person.page.on('load', () => {
      tally.loads += 1
    })
  }
  const counting =
    <Args extends unknown[], Result>(what: 'typed' | 'chosen', act: (...args: Args) => Result) =>
    (...args: Args): Result => {
      tally[what] += 1
      return act(...args)
    }
  return {
    ...person,
    fill: counting('typed', person.fill),
    tick: counting('chosen', person.tick),
    choose: counting('chosen', person.choose),
  }
}
const watched = new WeakSet<Person['page']>()

const linkIn = ({ text }: { text: string }): string => /https?:\/\/\S+/.exec(text)?.[0] ?? ''

const questionsOf = (person: Person) => person.page.locator('section[aria-labelledby="questions"]')

/** Both answers of the application. */
export async function write(person: Person, planned: Planned, said: string): Promise<void> {
  const criteria = [writtenFor(planned).asked, plan]
  const key = person.language === 'en' ? 'E' : 'C'
  for (const [at, criterion] of criteria.entries()) await person.fill(`${key}${at + 1} ${person.t(criterion)}`, said)
}

/** The words of the agreement name the price and the date of the opportunity. */
export const agreementIn = (person: Person) => person.named('group', formTexts.ifChosen).getByRole('checkbox')

/** What a person reads beside a box. */
const labelOf = (box: SVGElement | HTMLElement): string =>
  (box instanceof HTMLInputElement && box.labels?.[0]?.textContent) || ''
