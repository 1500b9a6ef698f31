import { describe, expect, it } from 'vitest'
import type { HeldDuty } from '../accounts/duties.ts'
import type { Staff, StaffRole } from '../accounts/rules.ts'
import type { Decision } from '../platform/decision.ts'
import { masked, onlyHides, segmentsOf } from './masking.ts'
import * as rules from './rules.ts'
import { evaluationRefusals } from './texts.ts'

const AT = new Date('2026-11-18T15:00:00Z')
const person = (id: string, ...roles: StaffRole[]): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'dw', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles },
})
const client = person('client', 'client')
const other = person('other', 'client')
const team = person('team', 'program_team')
const evaluator = person('evaluator', 'client')
const newcomer = person('newcomer', 'client')
const gone = person('gone', 'program_team', 'procurement')
const procurement = person('procurement', 'procurement')
const elsewhere = { ...team, departmentId: 'elsewhere' }

const one = (personId: string, changed: Partial<rules.Evaluator> = {}): rules.Evaluator => ({
  ...{ personId, declaredAt: AT, reads: ['en', 'fr'], steppedDownAt: null },
  ...changed,
})
const closed: rules.Evaluated = {
  departmentId: 'dw',
  clientId: 'client',
  state: 'closed',
  evaluators: [],
  lock: undefined,
}
const evaluating: rules.Evaluated = {
  ...closed,
  state: 'evaluating',
  evaluators: [one('evaluator'), one('newcomer', { declaredAt: null }), one('gone', { steppedDownAt: AT })],
}
const lockedBy = (by: string, confirmedAt: Date | null = null): rules.Evaluated => ({
  ...evaluating,
  lock: { by, at: AT, confirmedAt },
})
const duty = (personId: string, held: HeldDuty['duty']): HeldDuty => ({ personId, duty: held })

type Refused<R extends string> = Record<R, () => Decision<unknown, R>>
const named = {
  actor: team,
  named: ['evaluator'],
  eligible: ['evaluator', 'client', 'seer'],
  seen: ['seer'],
  opened: 3,
  unopened: 0,
}

const starting: Refused<rules.StartRefusal> = {
  not_allowed: () => rules.start(closed, { ...named, actor: other }),
  wrong_state: () => rules.start({ ...closed, state: 'open' }, named),
  not_opened: () => rules.start(closed, { ...named, unopened: 1 }),
  none_to_evaluate: () => rules.start(closed, { ...named, opened: 0 }),
  no_evaluator: () => rules.start(closed, { ...named, named: [] }),
  not_eligible: () => rules.start(closed, { ...named, named: ['evaluator', 'stranger'] }),
  already_named: () => rules.start({ ...evaluating, state: 'closed' }, named),
  has_seen_identities: () => rules.start(closed, { ...named, named: ['seer'] }),
  results_locked: () => rules.name(lockedBy('evaluator'), { ...named, named: ['client'] }),
}
const naming: Refused<rules.NameRefusal> = {
  not_allowed: () => rules.name(evaluating, { ...named, actor: elsewhere }),
  wrong_state: () => rules.name(closed, named),
  no_evaluator: () => rules.name(evaluating, { ...named, named: [] }),
  not_eligible: () => rules.name(evaluating, { ...named, named: ['stranger'] }),
  already_named: () => rules.name(evaluating, { ...named, eligible: ['gone'], named: ['gone'] }),
  has_seen_identities: () => rules.name(evaluating, { ...named, named: ['seer'] }),
  results_locked: () => rules.name(lockedBy('evaluator'), named),
}
const declaring: Refused<rules.DeclareRefusal> = {
  not_an_evaluator: () => rules.declare(evaluating, { actor: gone, reads: ['en'], duties: [] }),
  wrong_state: () => rules.declare({ ...evaluating, state: 'locked' }, { actor: newcomer, reads: ['en'], duties: [] }),
  no_language: () => rules.declare(evaluating, { actor: newcomer, reads: [], duties: [] }),
  separation_of_duties: () =>
    rules.declare(evaluating, { actor: newcomer, reads: ['en'], duties: [duty('newcomer', 'entered_beacon')] }),
}
const steppingDown: Refused<rules.StepDownRefusal> = {
  not_an_evaluator: () => rules.stepDown(evaluating, { actor: gone }),
  wrong_state: () => rules.stepDown({ ...evaluating, state: 'locked' }, { actor: evaluator }),
  results_locked: () => rules.stepDown(lockedBy('evaluator'), { actor: evaluator }),
}
const answer = 'I am Ana Roy, and I repaired it.'
const redacted = 'I am [[name]], and I repaired it.'
const checkingHiding: Refused<rules.CheckHidingRefusal> = {
  not_allowed: () => rules.checkHiding(evaluating, { actor: procurement, checked: false }),
  is_evaluator: () => rules.checkHiding(evaluating, { actor: gone, checked: false }),
  wrong_state: () => rules.checkHiding(closed, { actor: team, checked: false }),
  results_locked: () => rules.checkHiding(lockedBy('evaluator'), { actor: team, checked: false }),
  already_checked: () => rules.checkHiding(evaluating, { actor: team, checked: true }),
}
const redacting: Refused<rules.RedactRefusal> = {
  not_allowed: () => rules.redact(evaluating, { actor: procurement, answer, redacted }),
  is_evaluator: () => rules.redact(evaluating, { actor: gone, answer, redacted }),
  wrong_state: () => rules.redact(closed, { actor: team, answer, redacted }),
  results_locked: () => rules.redact(lockedBy('evaluator'), { actor: team, answer, redacted }),
  unknown_answer: () => rules.redact(evaluating, { actor: team, answer: undefined, redacted }),
  changes_the_answer: () =>
    rules.redact(evaluating, { actor: team, answer, redacted: 'I am [[name]], and I broke it.' }),
}
const applicant: rules.Applicant = { id: 'a', number: 1, language: 'fr' }
const marking: Refused<rules.MarkRefusal> = {
  not_an_evaluator: () => rules.mark(evaluating, { actor: team, applicant, answered: true }),
  not_declared: () => rules.mark(evaluating, { actor: newcomer, applicant, answered: true }),
  wrong_state: () => rules.mark({ ...evaluating, state: 'locked' }, { actor: evaluator, applicant, answered: true }),
  results_locked: () => rules.mark(lockedBy('evaluator'), { actor: evaluator, applicant, answered: true }),
  unknown_answer: () => rules.mark(evaluating, { actor: evaluator, applicant, answered: false }),
  cannot_read_language: () =>
    rules.mark(
      { ...evaluating, evaluators: [one('evaluator', { reads: ['en'] })] },
      { actor: evaluator, applicant, answered: true },
    ),
}
const locking: Refused<rules.LockRefusal> = {
  not_an_evaluator: () => rules.lock(evaluating, { actor: team, missing: 0, duties: [] }),
  not_declared: () => rules.lock(evaluating, { actor: newcomer, missing: 0, duties: [] }),
  wrong_state: () => rules.lock({ ...evaluating, state: 'cancelled' }, { actor: evaluator, missing: 0, duties: [] }),
  results_locked: () => rules.lock(lockedBy('evaluator'), { actor: evaluator, missing: 0, duties: [] }),
  marks_missing: () => rules.lock(evaluating, { actor: evaluator, missing: 1, duties: [] }),
  separation_of_duties: () =>
    rules.lock(evaluating, { actor: evaluator, missing: 0, duties: [duty('evaluator', 'confirmed_evaluation')] }),
}
const confirming: Refused<rules.ConfirmRefusal> = {
  not_allowed: () => rules.confirm(lockedBy('evaluator'), { actor: client, duties: [] }),
  is_evaluator: () => rules.confirm(lockedBy('evaluator'), { actor: gone, duties: [] }),
  already_confirmed: () =>
    rules.confirm({ ...lockedBy('evaluator', AT), state: 'locked' }, { actor: procurement, duties: [] }),
  wrong_state: () =>
    rules.confirm({ ...lockedBy('evaluator'), state: 'cancelled' }, { actor: procurement, duties: [] }),
  not_locked: () => rules.confirm(evaluating, { actor: procurement, duties: [] }),
  separation_of_duties: () =>
    rules.confirm(lockedBy('evaluator'), { actor: procurement, duties: [duty('procurement', 'locked_evaluation')] }),
}

describe('an evaluation refuses by name', () => {
  const tables = { starting, naming, declaring, steppingDown, redacting, checkingHiding, marking, locking, confirming }
  for (const [table, refusals] of Object.entries(tables))
    for (const [because, ask] of Object.entries(refusals))
      it(`${table}: ${because}`, () => {
        expect(ask()).toEqual({ ok: false, because })
        expect(Object.keys(evaluationRefusals)).toContain(because)
      })
})

describe('an evaluation allows', () => {
  it('the program team or the client to start, with people named once', () => {
    expect(rules.start(closed, { ...named, named: ['evaluator', 'evaluator'] })).toEqual({
      ok: true,
      value: ['evaluator'],
    })
    expect(rules.start(closed, { ...named, actor: client }).ok).toBe(true)
  })
  it('a declaration, a mark, a lock and a confirmation in their turn', () => {
    expect(rules.declare(evaluating, { actor: newcomer, reads: ['fr'], duties: [] })).toMatchObject({
      ok: true,
      value: { firstTime: true },
    })
    expect(rules.mark(evaluating, { actor: evaluator, applicant, answered: true }).ok).toBe(true)
    expect(rules.lock(evaluating, { actor: evaluator, missing: 0, duties: [] }).ok).toBe(true)
    expect(rules.confirm(lockedBy('evaluator'), { actor: procurement, duties: [] }).ok).toBe(true)
    expect(rules.confirm(lockedBy('evaluator'), { actor: team, duties: [] }).ok).toBe(true)
    expect(rules.redact(evaluating, { actor: team, answer, redacted }).ok).toBe(true)
  })
  it('an application to pass only when every criterion does', () => {
    expect(rules.passes([{ passed: true }, { passed: true }])).toBe(true)
    expect(rules.passes([{ passed: true }, { passed: false }])).toBe(false)
    expect(rules.passes([])).toBe(false)
  })
  it('nobody who evaluates, or did, to see names', () => {
    expect(rules.can.redact(team, evaluating)).toBe(true)
    expect(rules.can.redact(gone, evaluating)).toBe(false)
    expect(rules.can.redact({ ...evaluator, roles: ['program_team'] }, evaluating)).toBe(false)
  })
})

describe('what gives an applicant away', () => {
  const known = { email: 'ana.roy@harbour.example', people: ['Ana Roy'], organizations: ['Ateliers Élan inc.'] }

  it('is hidden until nothing is left, and nothing else is', () => {
    const text =
      'Ana of ateliers elan wrote to ana.roy@harbour.example; call 613 555 0188 or see https://harbour.example/ana. Royal jelly stays, as does Roy’s.'
    const hidden = masked(text, known)
    expect(hidden).toBe(
      '[[name]] of [[organization]] wrote to [[email]]; call [[phone]] or see [[link]]. Royal jelly stays, as does [[name]]’s.',
    )
    expect(onlyHides(text, hidden)).toBe(true)
    expect(masked(hidden, known)).toBe(hidden)
  })
  it('leaves an answer alone that says nothing of anybody', () => {
    const text = 'I removed a listener that stopped every key event.'
    expect(masked(text, known)).toBe(text)
  })
  it('does not eat its own marks, even for somebody who is called Link', () => {
    const text = 'Link wrote https://link.example and so did Link.'
    expect(masked(text, { email: 'x@y.example', people: ['Link Name'], organizations: ['Link'] })).toMatch(
      /^\[\[\w+\]\] wrote \[\[link\]\] and so did \[\[\w+\]\]\.$/,
    )
  })
  it('is told from words that somebody changed', () => {
    expect(onlyHides('one two three', '[[name]] two three')).toBe(true)
    expect(onlyHides('one two three', 'one [[name]]')).toBe(true)
    expect(onlyHides('one two three\r\n', 'one two three')).toBe(true)
    expect(onlyHides('one two three', 'one two')).toBe(false)
    expect(onlyHides('one two three', 'two [[name]] one')).toBe(false)
    expect(onlyHides('aa', 'aa[[name]]aa')).toBe(false)
  })
  it('is shown as hidden, in its place', () => {
    expect(segmentsOf('By [[name]].')).toEqual([
      { hidden: false, text: 'By ' },
      { hidden: true, text: 'name' },
      { hidden: false, text: '.' },
    ])
  })
})
