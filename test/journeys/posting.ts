import { expect } from 'vitest'
import type { WaterwaysRole } from '../../src/admin/demo.people.ts'
import { waterwaysCast } from '../../src/admin/demo.people.ts'
import { boardTexts } from '../../src/admin/texts.board.ts'
import { approvalTexts } from '../../src/approvals/texts.ts'
import { actTexts, fileSections } from '../../src/opportunities/file.ts'
import { explainedNames } from '../../src/opportunities/rules.declarations.ts'
import { decisionTexts } from '../../src/opportunities/texts.decisions.ts'
import { explainedTexts, usualReasons } from '../../src/opportunities/texts.declarations.ts'
import { readinessTexts } from '../../src/opportunities/texts.readiness.ts'
import { builderTexts, listTexts, pairTexts } from '../../src/opportunities/texts.statement.ts'
import { outreachTexts, outreachWaiting } from '../../src/outreach/texts.ts'
import { formatMoney } from '../../src/platform/format.ts'
import { otherLanguage, type Text } from '../../src/platform/i18n.ts'
import { dollars } from '../../src/platform/money.ts'
import { path } from '../../src/platform/paths.ts'
import { outreachChannelNames } from '../../src/policy/texts.ts'
import { listTexts as publicList } from '../../src/publication/texts.list.ts'
import { staffTexts as postTexts } from '../../src/publication/texts.staff.ts'
import { criteria } from '../../src/requests/rules.ts'
import { goTexts, newTexts, pageTexts, screeningTexts } from '../../src/requests/texts.pages.ts'
import { answerNames, criterionTexts, languageChoices } from '../../src/requests/texts.ts'
import { languageNames } from '../../src/ui/texts.ts'
import type { Journey } from './journey.ts'
import { type Person, plain, type Said } from './person.ts'

/** The need of the journey, as its client writes it. Dates are those of the spring in which the journey begins. */
export const need = {
  subject: { en: 'Leave the calendar with the keyboard', fr: 'Quitter le calendrier au clavier' },
  title: {
    en: 'Fix a keyboard trap in the date picker',
    fr: 'Corriger un piège au clavier dans le calendrier',
  },
  team: { en: 'Licensing', fr: 'Permis' },
  work: [
    {
      en: 'The keyboard gets in and out. Tab leaves the calendar.',
      fr: 'Le clavier entre et sort. Tab quitte le calendrier.',
    },
    { en: 'A licence file and documentation are there.', fr: 'Un fichier de licence et de la documentation y sont.' },
    { en: 'The automated security check passes.', fr: 'La vérification automatisée de la sécurité réussit.' },
  ],
  application: [
    { en: 'You have repaired focus handling before', fr: 'Vous avez déjà corrigé la gestion du focus' },
    { en: 'Your plan covers the three criteria', fr: 'Votre plan couvre les trois critères' },
  ],
  price: dollars(6_500),
  closesAt: new Date('2035-05-24T18:00:00Z'),
  extendedTo: new Date('2035-05-29T18:00:00Z'),
} as const

/** Somebody’s next task, from the list of what waits for them. */
export async function taken(journey: Journey, key: WaterwaysRole, task: Said): Promise<Person> {
  const person = await journey.staff(key)
  await person.follow(task)
  return person
}

/** A file of the journey on its own page, as somebody finds it on the board. */
export async function onFile(journey: Journey, key: WaterwaysRole): Promise<Person> {
  const person = await journey.staff(key)
  await person.navigate('/board')
  await person.follow(need.title)
  return person
}

/** From the client’s request to the Go. */
export async function request(journey: Journey): Promise<void> {
  const { language } = journey
  const client = await journey.staff('client')
  await client.follow(boardTexts.new)
  await client.fill(newTexts.subject, need.subject[language])
  await client.fill(newTexts.team, need.team[language])
  await client.choose(newTexts.homeBranch, newTexts.no)
  await client.fill(newTexts.need, need.work[0][language])
  for (const criterion of criteria) await client.choose(criterionTexts[criterion].question, answerNames.yes)
  await client.fill(newTexts.maintainer, need.team[language])
  await client.fill(newTexts.estimate, formatMoney(need.price, language))
  await client.choose(newTexts.language, languageChoices[language])
  await client.press(newTexts.send)

  const program = await taken(journey, 'program', pageTexts.toScreening)
  await program.choose(screeningTexts.meets, newTexts.yes)
  await program.choose(screeningTexts.outcome, screeningTexts.accept)
  await program.press(screeningTexts.record)

  const procurement = await taken(journey, 'procurement', pageTexts.toGo)
  await procurement.choose(goTexts.question, goTexts.go)
  await procurement.fill(goTexts.workingDays, language === 'en' ? '0.25' : '0,25')
  await procurement.press(goTexts.record)
}

/** The statement in both languages, from its first word to its submission. */
export async function statement(journey: Journey): Promise<void> {
  const client = await taken(journey, 'client', pageTexts.startStatement)
  await client.press(pageTexts.startStatement)
  await client.fillPair(pairTexts.title.label, need.title)
  await client.fillPair(pairTexts.teaser.label, {
    en: 'Keyboard users cannot leave the calendar.',
    fr: 'Au clavier, on ne peut plus quitter le calendrier.',
  })
  await client.fillPair(pairTexts.team.label, need.team)
  await client.fillPair(pairTexts.background.label, {
    en: 'About 61,000 people renew online.',
    fr: 'Environ 61 000 personnes renouvellent en ligne.',
  })
  await client.fillPair(pairTexts.work.label, { en: 'Start from issue 412.', fr: 'Partez du ticket 412.' })
  await addRows(client, 'skills', [
    { en: 'TypeScript', fr: 'TypeScript' },
    { en: 'Accessibility', fr: 'Accessibilité' },
  ])
  await addRows(client, 'workCriteria', need.work)
  await addRows(client, 'applicationCriteria', need.application)
  await client.select(builderTexts.licence, 'MIT')
  await client.choose(builderTexts.repository, builderTexts.repositoryDepartment)
  await client.fill(builderTexts.repositoryUrl, 'https://example.org/waterways/licence-forms')
  await client.tick(builderTexts.hasInterface)
  await client.fill(builderTexts.hours, '90')
  await client.fill(builderTexts.rate, '65')
  await client.press(builderTexts.estimate)
  expect(await client.named('textbox', builderTexts.price).inputValue()).toBe(formatMoney(need.price, journey.language))
  await dates(client, { closing: '2035-05-24', selection: '2035-05-31', delivery: '2035-08-10' })
  for (const declared of ['standalone', 'noCapacity', 'unclassified'] as const)
    await client.tick(builderTexts[declared])
  await client.press(builderTexts.saveAndCheck)
  expect(await client.reads()).toContain(plain(client.t(readinessTexts.ready)))
  for (const name of explainedNames) {
    const [usual] = Object.values(usualReasons[name])
    if (usual) await client.choose(explainedTexts[name].question, usual)
  }
  await client.fill(readinessTexts.working, '2')
  await client.press(readinessTexts.submit)
}

async function addRows(client: Person, list: keyof typeof listTexts, rows: readonly Text[]): Promise<void> {
  const { add, row, label } = listTexts[list]
  for (const [place, pair] of rows.entries()) {
    await client.press(add)
    expect(new URL(client.page.url()).hash).toMatch(new RegExp(`-${place + 1}$`))
    const group = client.named('group', row(place + 1), client.named('group', label))
    for (const half of [client.language, otherLanguage(client.language)])
      await client.named('textbox', languageNames[half], group).fill(pair[half])
  }
}

async function dates(person: Person, days: { closing: string; selection: string; delivery: string }): Promise<void> {
  await person.fill(builderTexts.closingDay, days.closing)
  await person.fill(builderTexts.closingTime, '14:00')
  await person.fill(builderTexts.selectionDay, days.selection)
  await person.fill(builderTexts.deliveryDay, days.delivery)
}

/** Approval, initiation form, section 32, finance, reservation, translation: each by the person whose turn it is. */
export async function approvals(journey: Journey): Promise<void> {
  const procurement = await taken(journey, 'procurement', actTexts.approve)
  await procurement.choose(decisionTexts.approvalQuestion, decisionTexts.approvalYes)
  await procurement.press(decisionTexts.record)

  const client = await taken(journey, 'client', actTexts.pif)
  await client.fill(decisionTexts.costCentre, '4410')
  await client.fill(decisionTexts.account, '51321')
  await client.press(decisionTexts.pifDone)

  const manager = await taken(journey, 'section32', actTexts.sign)
  await manager.choose(decisionTexts.signQuestion, decisionTexts.signYes)
  await manager.press(decisionTexts.record)

  const sender = await taken(journey, 'client', actTexts.send)
  await sender.press(decisionTexts.send)

  const finance = await taken(journey, 'finance', actTexts.reserve)
  await finance.fill(decisionTexts.reservationNumber, 'FR-1187')
  await finance.press(decisionTexts.reserve)

  const program = await taken(journey, 'program', actTexts.translate)
  await program.tick(decisionTexts.attestSaid(waterwaysCast.program.name))
  await program.press(decisionTexts.attest)

  // The client said that they are of another branch.
  const settling = await taken(journey, 'program', actTexts.budget)
  await settling.choose(approvalTexts.budgetKind, approvalTexts.transfer)
  await settling.fill(approvalTexts.reference, 'JV-2035-118')
  await settling.press(approvalTexts.saveBudget)
}

/** A department’s first posting goes out only once people were told of it. */
async function outreach(journey: Journey): Promise<void> {
  const program = await taken(journey, 'program', outreachWaiting.plan)
  await program.choose(outreachTexts.channel, outreachChannelNames['mailing-list'])
  await program.fill(outreachTexts.day, '2035-03-01')
  await program.tick(outreachTexts.already)
  await program.press(outreachTexts.save)
  expect(await program.reads()).toContain(plain(program.t(outreachTexts.doneOf(1, 1))))
}

/** Both languages at once, and what a visitor then reads. */
export async function posting(journey: Journey): Promise<void> {
  await outreach(journey)
  const program = await taken(journey, 'program', actTexts.publish)
  await program.press(postTexts.post)
  expect(await program.reads()).toContain(program.t(postTexts.posted))

  const visitor = await onList(journey)
  const read = await visitor.reads()
  for (const text of [...need.work, ...need.application]) expect(read).toContain(plain(text[journey.language]))
  await visitor.open(path('/opportunities/:slug', otherLanguage(journey.language), { slug: slugIn(visitor) }))
  expect(await visitor.reads()).toContain(plain(need.work[0][otherLanguage(journey.language)]))
}

/** The public page of the journey’s opportunity, found on the list. */
export async function onList(journey: Journey, person?: Person): Promise<Person> {
  const visitor = person ?? (await journey.visitor())
  await visitor.open(path('/opportunities', journey.language))
  expect(await visitor.reads()).toContain(plain(visitor.t(publicList.lead(1))))
  await visitor.follow(need.title)
  return visitor
}

export const slugIn = ({ page }: Person): string => new URL(page.url()).pathname.split('/').at(-1) ?? ''

/** A later closing with its reason in both languages; the public page says so. */
export async function extension(journey: Journey): Promise<void> {
  const program = await onFile(journey, 'program')
  await program.follow(sectionAt('/files/:id/extension'))
  await dates(program, { closing: '2035-05-29', selection: '2035-06-04', delivery: '2035-08-17' })
  const reason = { en: 'Two people asked for more time.', fr: 'Deux personnes ont demandé plus de temps.' }
  await program.fillPair(decisionTexts.publicReason, reason)
  await program.press(decisionTexts.extend)

  const visitor = await onList(journey)
  expect(await visitor.reads()).toContain(reason[journey.language])
}

export const sectionAt = (pattern: string): Text =>
  fileSections.find((section) => section.pattern === pattern)?.label ?? { en: pattern, fr: pattern }
