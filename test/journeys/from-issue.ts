import { expect } from 'vitest'
import type { WaterwaysRole } from '../../src/admin/demo.people.ts'
import { resultTexts, startTexts } from '../../src/backlog/texts.ts'
import { draftingTexts } from '../../src/drafting/texts.ts'
import { toApproveEmail, toReserveEmail, toSignEmail } from '../../src/opportunities/emails.ts'
import { actTexts } from '../../src/opportunities/file.ts'
import { explainedNames } from '../../src/opportunities/rules.declarations.ts'
import { decisionTexts } from '../../src/opportunities/texts.decisions.ts'
import { explainedTexts, usualReasons } from '../../src/opportunities/texts.declarations.ts'
import { readinessTexts } from '../../src/opportunities/texts.readiness.ts'
import { builderTexts, pairTexts } from '../../src/opportunities/texts.statement.ts'
import type { Language, Text } from '../../src/platform/i18n.ts'
import { toGoEmail, toScreenEmail } from '../../src/requests/emails.staff.ts'
import { acceptedEmail } from '../../src/requests/emails.ts'
import { criteria } from '../../src/requests/rules.ts'
import { goTexts, newTexts, screeningTexts } from '../../src/requests/texts.pages.ts'
import { answerNames, criterionTexts } from '../../src/requests/texts.ts'
import { addresses, openCodeHost } from '../codeHost.ts'
import { go, type Journey } from './journey.ts'
import { type Person, plain, type Said } from './person.ts'
import { taken } from './posting.ts'

/** What somebody did on the way: pages that they had to load, and fields that they had to type. */
type Tally = { pages: number; typed: number; decisions: number }

/** The most that a client does from an issue to the submission. Source: the aim of the service. */
const MOST_PAGES = 12
const MOST_TYPED = 15

/** From the address of an issue to a statement that is submitted and decided on, counted on the way. */
export async function fromIssue(language: Language, address: keyof typeof addresses): Promise<void> {
  const host = await openCodeHost()
  const client: Tally = { pages: 0, typed: 0, decisions: 0 }
  const others = new Map<string, Tally>()
  try {
    await go(
      { language, settings: { CODE_HOSTS_STAND_IN: host.address } },
      {
        language: everybodyReads,
        request: (journey) => ask(journey, client, addresses[address]),
        screening: (journey) => screen(journey, others),
        statement: (journey) => write(journey, client),
        decisions: (journey) => decide(journey, others),
      },
    )
  } finally {
    await host.close()
  }
  process.stdout.write(`${language}, client: ${client.pages} page loads, ${client.typed} fields typed\n`)
  expect(client.pages).toBeLessThanOrEqual(MOST_PAGES)
  expect(client.typed).toBeLessThanOrEqual(MOST_TYPED)
  for (const [name, tally] of others) {
    process.stdout.write(
      `${language}, ${name}: ${tally.pages} page, ${tally.decisions} decision, ${tally.typed} fields typed\n`,
    )
    expect([name, tally.pages, tally.decisions]).toEqual([name, 1, 1])
  }
}

/** Letters to staff are in the language of this journey, and lead to its pages. */
async function everybodyReads({ program, language }: Journey): Promise<void> {
  await program.worker.transaction('everything', async (tx) => {
    await tx.updateTable('people').set({ language }).execute()
  })
}

/** The same person, whose steps are counted. */
function counted(person: Person, tally: Tally): Person {
  const paged =
    <Args extends unknown[]>(act: (...args: Args) => Promise<void>) =>
    (...args: Args): Promise<void> => {
      tally.pages += 1
      return act(...args)
    }
  const typed =
    <Args extends unknown[]>(act: (...args: Args) => Promise<void>) =>
    (...args: Args): Promise<void> => {
      tally.typed += 1
      return act(...args)
    }
  return {
    ...person,
    open: paged(person.open),
    follow: paged(person.follow),
    press: paged(person.press),
    fill: typed(person.fill),
  }
}

async function ask(journey: Journey, tally: Tally, address: string): Promise<void> {
  const client = counted(await journey.staff('client'), tally)
  await client.follow(startTexts.fromIssue)
  await client.fill(startTexts.address, address)
  await client.press(startTexts.readIssue)
  await client.follow(resultTexts.ask)
  await client.fill(newTexts.team, 'Licensing')
  await client.choose(newTexts.homeBranch, newTexts.yes)
  for (const criterion of criteria) await client.choose(criterionTexts[criterion].question, answerNames.yes)
  await client.fill(
    newTexts.maintainer,
    client.t({ en: 'Two developers of the team', fr: 'Deux développeurs de l’équipe' }),
  )
  await client.press(newTexts.send)
}

async function screen(journey: Journey, others: Map<string, Tally>): Promise<void> {
  await oneDecision(journey, others, 'program', 'screening', toScreenEmail, async (program) => {
    await program.choose(screeningTexts.meets, newTexts.yes)
    await program.choose(screeningTexts.outcome, screeningTexts.accept)
    await program.press(screeningTexts.record)
  })
  await oneDecision(journey, others, 'procurement', 'Go', toGoEmail, async (procurement) => {
    await procurement.choose(goTexts.question, goTexts.go)
    await procurement.press(goTexts.record)
  })
}

async function write(journey: Journey, tally: Tally): Promise<void> {
  const { language } = journey
  const client = counted(await byLetter(journey, 'client', acceptedEmail, tally), tally)
  const half = async (field: Text, text: Text) => {
    tally.typed += 1
    await client
      .named('textbox', language === 'en' ? 'English' : 'Français', client.named('group', field))
      .fill(text[language])
  }
  await half(pairTexts.teaser.label, {
    en: 'Boaters who use a keyboard cannot leave the calendar of the booking page. Repair it.',
    fr: 'Au clavier, on ne peut plus quitter le calendrier de la page de réservation. Réparez-le.',
  })
  await client.fill(builderTexts.hours, '60')
  for (const declared of ['standalone', 'noCapacity', 'unclassified'] as const)
    await client.tick(builderTexts[declared])
  await client.press(draftingTexts.suggest)
  await client.press(builderTexts.saveAndCheck)
  const read = await client.reads()
  expect(read).toContain(plain(client.t(readinessTexts.ready)))
  for (const name of explainedNames) {
    const [usual] = Object.values(usualReasons[name])
    if (usual) await client.choose(explainedTexts[name].question, usual)
  }
  await client.press(readinessTexts.submit)
}

async function decide(journey: Journey, others: Map<string, Tally>): Promise<void> {
  await oneDecision(journey, others, 'procurement', 'approval', toApproveEmail, async (procurement) => {
    await procurement.choose(decisionTexts.approvalQuestion, decisionTexts.approvalYes)
    await procurement.press(decisionTexts.record)
  })
  const writer = await taken(journey, 'client', actTexts.pif)
  await writer.fill(decisionTexts.costCentre, '4410')
  await writer.fill(decisionTexts.account, '51321')
  await writer.press(decisionTexts.pifDone)
  await oneDecision(journey, others, 'section32', 'section 32', toSignEmail, async (manager) => {
    await manager.choose(decisionTexts.signQuestion, decisionTexts.signYes)
    await manager.press(decisionTexts.record)
  })
  const client = await taken(journey, 'client', actTexts.send)
  await client.press(decisionTexts.send)
  await oneDecision(journey, others, 'finance', 'reservation', toReserveEmail, async (finance) => {
    await finance.fill(decisionTexts.reservationNumber, 'FR-1187')
    await finance.press(decisionTexts.reserve)
  })
}

/** Somebody opens the one page that their letter leads to, and gives their one decision there. */
async function oneDecision(
  journey: Journey,
  others: Map<string, Tally>,
  key: WaterwaysRole,
  name: string,
  letter: Parameters<Journey['letter']>[1],
  decided: (person: Person) => Promise<void>,
): Promise<void> {
  const tally = { pages: 0, typed: 0, decisions: 0 }
  const person = await byLetter(journey, key, letter, tally)
  const acting = counted(person, tally)
  // The button that sends the decision is the decision, and not one more page to read.
  await decided({
    ...acting,
    press: async (said: Said) => {
      tally.decisions += 1
      await person.press(said)
    },
  })
  others.set(`${key}, ${name}`, tally)
}

/** Signed in already, they follow the link of the letter. */
async function byLetter(
  journey: Journey,
  key: WaterwaysRole,
  kind: Parameters<Journey['letter']>[1],
  tally: Tally,
): Promise<Person> {
  const person = await journey.staff(key)
  const { text } = await journey.letter(`${key}@waterways.example`, kind)
  const [link = ''] = /https?:\/\/\S+/.exec(text) ?? []
  await counted(person, tally).open(new URL(link).pathname)
  return person
}
