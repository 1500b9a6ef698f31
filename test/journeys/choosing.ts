import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type WaterwaysRole, waterwaysCast } from '../../src/admin/demo.people.ts'
import { drawCommand, exitCodes } from '../../src/draws/command-line.ts'
import { manifestEmail } from '../../src/draws/emails.ts'
import { staffTexts as drawTexts, waitingTexts as drawWaiting, publicTexts } from '../../src/draws/texts.pages.ts'
import { pageTexts, statusWords, waitingTexts } from '../../src/evaluation/texts.pages.ts'
import { applicantName } from '../../src/evaluation/texts.ts'
import { path } from '../../src/platform/paths.ts'
import { detailTexts, homeTexts } from '../../src/publication/texts.ts'
import { applicants, weak } from './applying.ts'
import type { Journey } from './journey.ts'
import { type Person, plain } from './person.ts'
import { need, taken } from './posting.ts'

/** What the evaluators write. */
export const reasons = {
  pass: {
    en: 'The answer names a repair of focus order that the applicant made and how it was checked.',
    fr: 'La réponse nomme une correction du focus faite par le fournisseur et la manière dont elle a été vérifiée.',
  },
  fail: {
    en: 'The answer names no plan for any of the three criteria and says that it comes later.',
    fr: 'La réponse ne nomme aucun plan pour les trois critères et dit que cela viendra plus tard.',
  },
} as const

/** Two clients judge without names; procurement, who did not, confirms. */
export async function evaluation(journey: Journey): Promise<void> {
  const program = await taken(journey, 'program', waitingTexts.start)
  for (const key of ['client', 'client2'] as const) await program.tick(waterwaysCast[key].name)
  await program.press(pageTexts.start)
  await program.follow(`${program.t(pageTexts.checkHidden)} ${program.t(applicantName(1))}`)
  await program.follow(pageTexts.back)

  await declare(journey, 'client2')
  const evaluator = await declare(journey, 'client')
  await evaluator.follow(applicantName(1))
  for (const number of [1, 2, 3]) await mark(evaluator, number)
  expect(await evaluator.reads()).toContain(plain(evaluator.t(statusWords.to_lock.happening.what)))
  await evaluator.press(pageTexts.lock)

  const partner = await taken(journey, 'procurement', waitingTexts.confirm)
  expect(await partner.reads()).toContain(plain(reasons.fail[journey.language]))
  await partner.press(pageTexts.confirm)
  expect(await partner.reads()).toContain(plain(partner.t(statusWords.confirmed.happening.what)))
}

async function declare(journey: Journey, key: WaterwaysRole): Promise<Person> {
  const evaluator = await taken(journey, key, waitingTexts.declare)
  await evaluator.tick(pageTexts.noConflict)
  await evaluator.tick(pageTexts.english)
  await evaluator.tick(pageTexts.french)
  await evaluator.press(pageTexts.declare)
  return evaluator
}

/** Each criterion on the page of one applicant, of whom nothing is known but the answers. */
async function mark(evaluator: Person, number: number): Promise<void> {
  const read = await evaluator.reads()
  for (const { name, email } of Object.values(applicants)) {
    expect(read).not.toContain(name)
    expect(read).not.toContain(email)
  }
  const passes = !read.includes(plain(evaluator.t(weak)))
  for (const at of need.application.keys()) {
    const key = `${evaluator.language === 'en' ? 'E' : 'C'}${at + 1}`
    const passed = passes || at === 0
    await evaluator.choose(pageTexts.meets(key), passed ? pageTexts.pass : pageTexts.fail)
    await evaluator.fill(pageTexts.reasonFor(key), evaluator.t(reasons[passed ? 'pass' : 'fail']))
  }
  await evaluator.press(number < 3 ? pageTexts.saveNext(number + 1) : pageTexts.saveAll)
}

/** The public number, typed in by one and confirmed by another; the order that follows, checked with what applicants were sent. */
export async function draw(journey: Journey): Promise<void> {
  const { text: letter } = await journey.letter(applicants.raman.email, manifestEmail)
  const visitor = await drawPage(journey)
  await visitor.waitsFor(publicTexts.nextHappening.waiting)
  const known = await visitor.page.locator('main time').first().getAttribute('datetime')
  await journey.travel(new Date(known ?? ''))

  const program = await taken(journey, 'program', drawWaiting.enter)
  await program.fill(drawTexts.valueLabel, '9.18.26.34.41.45.')
  await program.press(drawTexts.enter)
  const partner = await taken(journey, 'procurement', drawWaiting.decide)
  await partner.press(drawTexts.confirm)
  expect(await partner.reads()).toContain(plain(partner.t(drawTexts.done)))

  await visitor.page.reload()
  await visitor.waitsFor(publicTexts.titles.drawn)
  const file = await visitor.downloads(publicTexts.download)
  await verified(file, letter)
}

/** The public page of the draw, as a visitor gets there once the opportunity is closed. */
async function drawPage(journey: Journey): Promise<Person> {
  const visitor = await journey.visitor()
  await visitor.open(path('/opportunities', journey.language))
  await visitor.unfold(homeTexts.closed)
  await visitor.follow(need.title)
  await visitor.follow(detailTexts.seeDraw)
  return visitor
}

/** The downloaded draw against the three fingerprints of an applicant’s letter, by the command line’s own checker. */
async function verified(file: Buffer, letter: string): Promise<void> {
  const [commitment = '', rosterHash = '', manifestHash = ''] = letter.match(/\b[0-9a-f]{64}\b/g) ?? []
  const folder = await mkdtemp(join(tmpdir(), 'opportune-draw-'))
  try {
    const saved = join(folder, 'draw.json')
    await writeFile(saved, file)
    const received = ['--commitment', commitment, '--roster-hash', rosterHash, '--manifest-hash', manifestHash]
    const { exitCode, stdout, stderr } = drawCommand(['verify', saved, ...received], '')
    expect([exitCode, stderr]).toEqual([exitCodes.agreed, ''])
    expect(stdout).not.toBe('')
    const forged = ['--commitment', '0'.repeat(64), '--roster-hash', rosterHash, '--manifest-hash', manifestHash]
    expect(drawCommand(['verify', saved, ...forged], '').exitCode).toBe(exitCodes.differs)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
