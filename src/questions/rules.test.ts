import { describe, expect, it, test } from 'vitest'
import { type Staff, type Supplier, visitor } from '../accounts/rules.ts'
import type { Opportunity } from '../opportunities/rules.ts'
import { day } from '../platform/day.ts'
import { policyInForce } from '../policy/inForce.ts'
import * as answering from './rules.answering.ts'
import { masked, names, revealing } from './rules.revealing.ts'
import * as rules from './rules.ts'

const policy = policyInForce([], day('2026-05-04'))
const person = (id: string, ...roles: Staff['roles']): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'd', departmentCode: 'D' },
  ...{ timeZone: 'America/Toronto', roles },
})
const [client, program, other] = [
  person('client', 'client'),
  person('program', 'program_team'),
  person('other', 'client'),
]
const supplier: Supplier = { kind: 'supplier', id: 's', name: 'Mina Roy', email: 'mina@example.ca' }
const closesAt = new Date('2026-05-26T18:00:00Z')
const until = rules.cutOff(policy, closesAt)
const now = new Date('2026-05-12T14:00:00Z')
const posting: rules.Open = { state: 'open', until, closesAt }
const file = (state = 'open') => ({ departmentId: 'd', clientId: 'client', state, closesAt }) as unknown as Opportunity
const pair = (en: string, fr: string) => ({ en, fr })
const said: rules.Said = { question: pair('Why?', 'Pourquoi?'), answer: pair('Because.', 'Parce que.') }
const question: rules.Asked = {
  ...{ id: 'q', departmentId: 'd', opportunityId: 'o', state: 'asked', language: 'en', words: 'Why?', masked: 0 },
  ...{ askedAt: now, confirmBy: until, confirmedAt: now, version: 1, said, draftedBy: null, handedAt: null },
}
const answered: rules.Answered = {
  ...question,
  id: 'a',
  state: 'answered',
  number: 1,
  publishedAt: now,
  amendment: null,
}
const unverified: rules.Unverified = { ...question, state: 'unverified' }

type Refused<Because extends string> = Record<Because, () => { ok: boolean }>
function refuses<Because extends string>(name: string, table: Refused<Because>): void {
  test.each(Object.entries<() => { ok: boolean }>(table))(`${name} is refused: %s`, (because, act) =>
    expect(act()).toEqual({ ok: false, because }),
  )
}

const counts = { origin: 1, address: 1 }
const facts: rules.AskFacts = { posting, counts, policy, now }
const ask = (changed: Partial<rules.AskFacts>, words = 'Why?') =>
  rules.ask(visitor, { words }, { ...facts, ...changed })
refuses<rules.AskRefusal>('a question', {
  not_for_staff: () => rules.ask(client, { words: 'Why?' }, facts),
  not_open: () => ask({ posting: { ...posting, state: 'withdrawn' } }),
  past_cutoff: () => ask({ now: until }),
  no_words: () => ask({}, '— … —'),
  too_many_words: () => ask({}, 'word '.repeat(policy.questions.words + 1)),
  too_many_requests: () => ask({ counts: { origin: 1, address: rules.askLimits.address.most + 1 } }),
})
const confirm = (changed: Partial<Parameters<typeof rules.confirm>[1]>) =>
  rules.confirm(unverified, { fits: true, posting, now, ...changed })
refuses<rules.ConfirmRefusal>('a confirmation', {
  unknown_link: () => confirm({ fits: false }),
  link_expired: () => confirm({ now: until }),
  not_open: () => confirm({ posting: { state: 'open', closesAt: now } }),
})

const drafting = { said, hands: true, seen: 1, now }
refuses<answering.DraftRefusal>('a draft', {
  not_allowed: () => answering.draft(question, file(), other, drafting),
  wrong_state: () => answering.draft(answered, file(), client, drafting),
  posting_closed: () => answering.draft(question, file(), client, { ...drafting, now: closesAt }),
  changed_meanwhile: () => answering.draft(question, file(), client, { ...drafting, seen: 2 }),
  answer_missing: () =>
    answering.draft(question, file(), client, { ...drafting, said: { ...said, answer: pair('', '') } }),
})
const publishing = { said, seen: 1, now, revealing: false, amendment: null, amendments: [1] }
const publish = (changed: Partial<typeof publishing>, by = program) =>
  answering.publish(question, file(), by, { ...publishing, ...changed })
refuses<answering.PublishRefusal>('a publication', {
  not_allowed: () => publish({}, client),
  wrong_state: () => answering.publish(answered, file(), program, publishing),
  posting_closed: () => answering.publish(question, file('closed'), program, publishing),
  changed_meanwhile: () => publish({ seen: 3 }),
  half_missing: () => publish({ said: { ...said, answer: pair('Because.', '') } }),
  halves_differ: () => publish({ said: { ...said, answer: pair('It costs $500.', 'Cela coûte 600\u00a0$.') } }),
  mask_left: () => publish({ said: { ...said, question: pair('I am […]. Why?', 'Pourquoi?') } }),
  reveals_asker: () => publish({ said: { ...said, question: pair('Call me: 613-555-0142', 'Appelez-moi') } }),
  not_for_posting: () => publish({ said: { ...said, answer: pair('It is PROTECTED B.', 'C’est PROTÉGÉ B.') } }),
  no_such_amendment: () =>
    answering.publish(question, file(), program, { ...publishing, amendment: 2 as unknown as null }),
})
const declined = { because: 'in_notice', explanation: '' } as const
refuses<answering.DeclineRefusal>('a refusal', {
  not_allowed: () => answering.decline(question, file(), client, declined),
  wrong_state: () => answering.decline(answered, file(), program, declined),
  explanation_missing: () => answering.decline(question, file(), program, { because: 'other', explanation: '' }),
})
const refused: rules.Declined = {
  ...{ ...question, state: 'declined', because: 'confidential', explanation: '', decidedAt: now },
}
refuses<answering.ReopenRefusal>('a refusal taken back', {
  not_allowed: () => answering.reopen(refused, file(), client, now),
  wrong_state: () => answering.reopen(question, file(), program, now),
  posting_closed: () => answering.reopen(refused, file(), program, closesAt),
})
it('takes a refusal back up to the last millisecond before the closing', () => {
  expect(answering.reopen(refused, file(), program, new Date(closesAt.getTime() - 1)).ok).toBe(true)
})
refuses<answering.LinkRefusal>('a link', {
  not_allowed: () => answering.link(question, file(), client, { other: answered }),
  wrong_state: () => answering.link(answered, file(), program, { other: question }),
  no_such_question: () => answering.link(question, file(), program, { other: question }),
})
refuses<answering.AmendmentRefusal>('an amendment’s number', {
  not_allowed: () => answering.nameAmendment(answered, file(), client, { amendment: 1, amendments: [1] }),
  wrong_state: () => answering.nameAmendment(question, file(), program, { amendment: 1, amendments: [1] }),
  no_such_amendment: () => answering.nameAmendment(answered, file(), program, { amendment: 2, amendments: [1] }),
})

it('goes on from asked in each way once, and from nowhere else', () => {
  const { table } = rules.questionLifecycle
  const reached = new Set(['unverified', ...Object.values(table).flatMap((actions) => Object.values(actions))])
  expect([...reached].toSorted()).toEqual(rules.questionLifecycle.states.toSorted())
  expect(publish({ amendment: null }).ok).toBe(true)
  expect(answering.publish(question, file(), program, { ...publishing, revealing: true }).ok).toBe(false)
  expect(answering.link(question, file(), program, { other: answered }).ok).toBe(true)
  expect(answering.link(question, file(), program, { other: { ...answered, opportunityId: 'x' } }).ok).toBe(false)
  expect(answering.draft(question, file(), client, { ...drafting, hands: false }).ok).toBe(true)
})

describe('the cut-off', () => {
  it('is two business days before closing at the same clock time: asked a millisecond earlier, not at the instant', () => {
    expect(until).toEqual(new Date('2026-05-22T18:00:00Z'))
    const at = (ms: number) => ask({ now: new Date(until.getTime() + ms) }).ok
    expect([at(-1), at(0), at(1)]).toEqual([true, false, false])
  })

  it.each([
    ['2026-03-10T18:00:00Z', '2026-03-06T19:00:00Z'], // the clocks go forward on 8 March
    ['2026-11-03T19:00:00Z', '2026-10-30T18:00:00Z'], // and back on 1 November
  ])('keeps its clock time across a change of the clocks: closing %s', (closing, cutoff) => {
    expect(rules.cutOff(policy, new Date(closing))).toEqual(new Date(cutoff))
  })

  it('leaves whoever asks at the last minute an hour to confirm, and everybody else until then', () => {
    const by = (askedAt: string) => rules.confirmBy(policy, new Date(askedAt), until).toISOString()
    expect(by('2026-05-12T14:00:00Z')).toBe('2026-05-13T14:00:00.000Z')
    expect(by('2026-05-22T10:00:00Z')).toBe('2026-05-22T18:00:00.000Z')
    expect(by('2026-05-22T17:59:59.999Z')).toBe('2026-05-22T18:59:59.999Z')
  })

  it('a supplier has proved the address, anybody else has not; what is put stays put', () => {
    expect(rules.ask(supplier, { words: 'Why?' }, facts)).toMatchObject({ value: { state: 'asked' } })
    expect(ask({})).toMatchObject({ value: { state: 'unverified' } })
    expect(rules.confirm(answered, { fits: true, posting, now: closesAt }).ok).toBe(true)
  })
})

describe('the clocks', () => {
  it('promise an answer in two business days, never after closing', () => {
    expect(rules.answerDue(policy, new Date('2026-05-15T15:00:00Z'), closesAt)).toEqual(
      new Date('2026-05-20T15:00:00Z'),
    )
    expect(rules.answerDue(policy, new Date('2026-05-25T15:00:00Z'), closesAt)).toEqual(closesAt)
  })

  it('remind one business day before the cut-off and before closing', () => {
    expect(rules.remindersOf(policy, posting)).toEqual({
      cutoff: new Date('2026-05-21T18:00:00Z'),
      closing: new Date('2026-05-25T18:00:00Z'),
    })
  })

  it('leave two hours between two letters, and none once nobody can ask', () => {
    const next = (lastBegun: string | null, at: string) =>
      rules
        .nextRound(policy, { lastBegun: lastBegun ? new Date(lastBegun) : null, until, now: new Date(at) })
        .toISOString()
    expect(next(null, '2026-05-12T14:00:00Z')).toBe('2026-05-12T14:00:00.000Z')
    expect(next('2026-05-12T13:00:00Z', '2026-05-12T14:00:00Z')).toBe('2026-05-12T15:00:00.000Z')
    expect(next('2026-05-12T11:00:00Z', '2026-05-12T14:00:00Z')).toBe('2026-05-12T14:00:00.000Z')
    expect(next('2026-05-22T17:30:00Z', '2026-05-22T17:40:00Z')).toBe(until.toISOString())
    expect(next('2026-05-22T17:59:00Z', '2026-05-22T18:01:00Z')).toBe('2026-05-22T18:01:00.000Z')
  })
})

describe('what says who asked', () => {
  const asker = { email: 'helene.gagnon@ateliers-nord.example', names: ['Hélène Gagnon'] }
  it.each([
    ['Must it work offline? My name is Ada Brown.', 'Must it work offline? My name is […].'],
    ['Write to me at helene.gagnon@ateliers-nord.example please', 'Write to me at […] please'],
    ['Rappelez-moi au 613-555-0142, merci', 'Rappelez-moi au […], merci'],
    ['Ici Helene Gagnon, faut-il un essai?', 'Ici […], faut-il un essai?'],
    ['I work at Northern Light Software. Is the API public?', 'I work at […]. Is the API public?'],
    ['Notre entreprise Ateliers Nord peut-elle postuler?', 'Notre entreprise […] peut-elle postuler?'],
    ['See https://code.example/hgagnon/picker and @hgagnon', 'See […] and […]'],
    ['May a firm of two apply?\n\nThank you,\nHélène', 'May a firm of two apply?\n\nThank you,\n[…]'],
  ])('is masked: %s', (words, expected) => {
    expect(masked(words, revealing(words, asker))).toBe(expected)
  })

  it.each([
    'Is TypeScript 5 required, or may it be plain JavaScript?',
    'Faut-il respecter les WCAG 2.2 sur la page Permis?',
    'Does W2 cover VoiceOver with Safari on a phone?',
    'I am not sure that W1 holds. Does Tab leave the calendar from any day?',
  ])('is not found where nobody is named: %s', (words) => {
    expect(revealing(words, asker)).toEqual([])
  })

  it('lets the links of the notice stand', () => {
    const words = 'Is https://example.org/waterways/licence-forms/issues/412 the start?'
    expect(revealing(words, asker, ['https://example.org/waterways/licence-forms'])).toEqual([])
    expect(revealing(words, asker)).toHaveLength(1)
  })

  it('bars names, mailboxes and telephones from publication, and leaves links to people', () => {
    expect(names('What did Gagnon mean?', asker)).toBe(true)
    expect(names('See https://code.example/x', asker)).toBe(false)
    expect(names('What did she mean?', asker)).toBe(false)
    const keyboard = { email: 'keyboard@people.example', names: [] }
    expect(masked('Is a keyboard needed?', revealing('Is a keyboard needed?', keyboard))).toBe('Is a […] needed?')
    expect(names('Is a keyboard needed?', keyboard)).toBe(false)
  })

  it('takes no time over hostile text', () => {
    const started = performance.now()
    for (const piece of ['a@', 'My name is A ', '@a', 'https://', 'regards\n', 'é', '0-'])
      revealing(piece.repeat(2_000), asker)
    expect(performance.now() - started).toBeLessThan(1_500)
  })
})
