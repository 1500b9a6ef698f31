import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { boardTexts } from '../../src/admin/texts.board.ts'
import { inHandTexts } from '../../src/admin/texts.supplier.ts'
import { paymentNamesForStaff } from '../../src/awards/texts.ts'
import { type EventKind, eventNames } from '../../src/history/kinds.ts'
import { checkpointKey, checkpointOrigin, checkpointsFile } from '../../src/history/sequencer.ts'
import { verifyHistory } from '../../src/history/verify.ts'
import { happening } from '../../src/opportunities/texts.file.ts'
import { invoiceTexts, paymentTexts, waitingTexts } from '../../src/payments/texts.pages.ts'
import { invoiceStateNames } from '../../src/payments/texts.ts'
import { formatDays, formatMoney } from '../../src/platform/format.ts'
import { path } from '../../src/platform/paths.ts'
import { awardTexts } from '../../src/publication/texts.list.ts'
import { detailTexts, homeTexts } from '../../src/publication/texts.ts'
import { inHand, winnerOf } from './delivering.ts'
import type { Journey } from './journey.ts'
import { type Person, plain } from './person.ts'
import { need, sectionAt, taken } from './posting.ts'

/** From the draft of the invoice to the money: by the supplier, the manager, finance and the cardholder. */
export async function payment(journey: Journey): Promise<void> {
  const who = await winnerOf(journey)
  const supplier = await inHand(journey, who, inHandTexts.invoice.drafted.label)
  await supplier.fill(invoiceTexts.number, '2035-07')
  await supplier.fill(invoiceTexts.postal, 'G1R 4S9')
  await supplier.tick(invoiceTexts.correct(formatMoney(need.price, journey.language)))
  await supplier.press(invoiceTexts.send)
  expect(await supplier.reads()).toContain(plain(supplier.t(invoiceStateNames.supplier.sent)))

  const manager = await taken(journey, 'section34', waitingTexts.certify)
  await manager.choose(paymentTexts.question, paymentTexts.yes)
  await manager.press(paymentTexts.record)

  const finance = await taken(journey, 'finance', waitingTexts.enter)
  await finance.tick(paymentTexts.enteredBox)
  await finance.press(paymentTexts.enterButton)

  const cardholder = await taken(journey, 'cardholder', waitingTexts.document)
  await cardholder.fill(paymentTexts.documentField, 'CD-2035-0117')
  await cardholder.press(paymentTexts.documentButton)
  await journey.travel(new Date(journey.now().getTime() + 2 * DAY_IN_MS))
  const payer = await taken(journey, 'cardholder', waitingTexts.pay)
  await payer.choose(paymentTexts.method, paymentNamesForStaff.paypal)
  await payer.fill(paymentTexts.reference, 'PP-4411')
  await payer.press(paymentTexts.payButton)

  const paid = await inHand(journey, who, inHandTexts.invoice.paid.label)
  await paid.press(invoiceTexts.confirm)
  expect(await paid.reads()).toContain(plain(paid.t(invoiceTexts.confirmed)))
  await paid.follow(invoiceTexts.feedback)
}

const DAY_IN_MS = 86_400_000

/** The public sees who delivered and in how many days they were paid; the record has every act, and holds. */
export async function record(journey: Journey): Promise<void> {
  const visitor = await journey.visitor()
  await visitor.open(path('/results', journey.language))
  await visitor.follow(need.title)
  const { name } = await winnerOf(journey)
  expect(await visitor.reads()).toContain(name)
  await visitor.follow(awardTexts.notice)
  await visitor.waitsFor(detailTexts.deliveredBy(name))
  expect(await visitor.reads()).toContain(plain(visitor.t(homeTexts.paidIn(formatDays(2, journey.language)))))

  const program = await onEndedFile(journey)
  expect(await program.reads()).toContain(plain(program.t(happening.completed.what)))
  await program.follow(sectionAt('/files/:id/history'))
  const history = await program.reads()
  for (const kind of recorded) expect(history).toContain(plain(program.t(eventNames[kind])))
  await verified(journey)
}

/** What the history of a bought need says, act by act. */
const recorded = [
  ...['request.received', 'request.accepted', 'request.go_given', 'opportunity.submitted'],
  ...['opportunity.statement_approved', 'opportunity.pif_completed', 'opportunity.commitment_signed'],
  ...['opportunity.funds_reserved', 'opportunity.translated', 'opportunity.published', 'opportunity.closed'],
  ...['draw.ranked', 'contract.started', 'contract.revision_asked', 'contract.accepted'],
  ...['invoice.sent', 'invoice.certified', 'invoice.entered', 'invoice.paid', 'invoice.receipt_confirmed'],
] as readonly EventKind[]

async function onEndedFile(journey: Journey): Promise<Person> {
  const program = await journey.staff('program')
  await program.navigate('/board')
  await program.unfold(boardTexts.ended)
  await program.follow(need.title)
  return program
}

/** Nothing in the record was changed, left out or put in, and all of it is numbered within seconds. */
export async function verified({ program }: Journey): Promise<void> {
  const { worker } = program
  const checkpoints = await readFile(checkpointsFile(worker), 'utf8')
  const witness = { origin: checkpointOrigin(worker), publicKey: checkpointKey(worker), checkpoints }
  await expect
    .poll(() => worker.read('everything', (tx) => verifyHistory(tx, witness)), { timeout: 10_000 })
    .toMatchObject({ problems: [] })
}

/** Every letter of the journey leads to pages that are there. */
export async function letters({ address, language }: Journey): Promise<void> {
  const pageAt = async (href: string) => (await fetch(address + href)).text()
  const mailbox = await pageAt(path('/mailbox', language))
  const pages = await Promise.all(
    [...mailbox.matchAll(/href="([^"]*\/[0-9a-f-]{36})"/g)].map(([, href = '']) => pageAt(href)),
  )
  const links = new Set(pages.flatMap((page) => page.match(new RegExp(`${address}/[^\\s"<&]+`, 'g')) ?? []))
  expect(links.size).toBeGreaterThan(20)
  for (const link of links) {
    const { status } = await fetch(link, { redirect: 'manual' })
    expect([link, status]).toEqual([link, expect.toBeOneOf([200, 303])])
  }
}
