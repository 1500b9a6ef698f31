import { describe, expect, it } from 'vitest'
import type { Staff } from '../accounts/rules.ts'
import {
  type AskBackRefusal,
  askBack,
  type Compared,
  type ConfirmExclusionRefusal,
  decideExclusion,
  isDecided,
  type Judgement,
  type JudgeRefusal,
  judge,
  type Resemblance,
  resemblances,
  samenessOf,
  type TakeBackRefusal,
  takeBack,
} from './duplicates.ts'
import type { Evaluated } from './rules.ts'
import { duplicateRefusals } from './texts.duplicates.ts'

const person = (id: string, roles: Staff['roles']): Staff => ({
  ...{ kind: 'staff', id, name: id, email: `${id}@example.ca`, departmentId: 'd', departmentCode: 'DW', roles },
  timeZone: 'America/Toronto',
})
const program = person('program', ['program_team'])
const procurement = person('procurement', ['procurement'])
const both = person('both', ['program_team', 'procurement'])
const file: Evaluated = { departmentId: 'd', clientId: 'c', state: 'evaluating', evaluators: [], lock: undefined }
const evaluatedBy = (personId: string): Evaluated => ({
  ...file,
  evaluators: [{ personId, declaredAt: null, reads: ['en'], steppedDownAt: null }],
})
const locked: Evaluated = { ...file, lock: { by: 'x', at: new Date(0), confirmedAt: null } }

const application = (id: string, changed: Partial<Compared> = {}): Compared => ({
  ...{ id, legalName: `Firm ${id}`, operatingName: '', workerName: `W ${id}`, signatoryName: `S ${id}` },
  ...{ email: `${id}@example.ca`, affiliates: '', repositories: '', answers: [] },
  ...changed,
})

describe('who sent two applications', () => {
  it.each<[Partial<Compared>, Partial<Compared>, string]>([
    [{ legalName: 'Ateliers Élan inc.' }, { operatingName: 'ATELIERS ELAN' }, 'legal_name'],
    [{ email: 'a.b+one@example.ca' }, { email: 'A.B@example.ca' }, 'email'],
    [{ workerName: 'Zoé Tran' }, { workerName: 'zoe tran' }, 'worker'],
    [{ signatoryName: 'Zoé Tran' }, { signatoryName: 'ZOÉ TRAN' }, 'signatory'],
    [{ affiliates: 'Nord Sud ltée\nAutre' }, { legalName: 'Nord-Sud' }, 'affiliate'],
    [
      { repositories: 'https://example.org/z/one' },
      { repositories: 'http://www.example.org/z/one.git/' },
      'repository',
    ],
  ])('is the same in %o and %o', (one, other, same) => {
    expect(samenessOf(application('1', one), application('2', other))).toEqual([same])
    expect(samenessOf(application('1', other), application('2', one))).toEqual([same])
  })

  it('is not the same for want of anything declared', () => {
    expect(resemblances([application('1'), application('2')], { likeness: 0.6, leastWords: 5 })).toEqual([])
  })
})

describe('answers', () => {
  const long = Array.from({ length: 60 }, (_, at) => `word${at}`)
  const with_ = (id: string, words: readonly string[]) =>
    application(id, { answers: [{ criterionId: 'c', answer: words.join(' ') }] })
  const policy = { likeness: 0.6, leastWords: 30 }

  it('are compared by their phrases, from a number of words on', () => {
    const changed = long.with(5, 'other').with(50, 'thing')
    const [pair] = resemblances([with_('1', long), with_('2', changed)], policy)
    expect([pair?.firstId, pair?.secondId, pair?.criterionId]).toEqual(['1', '2', 'c'])
    expect(pair?.likeness).toBeGreaterThan(0.8)
    expect(resemblances([with_('1', long), with_('2', long.toReversed())], policy)).toEqual([])
    expect(resemblances([with_('1', long.slice(0, 29)), with_('2', long.slice(0, 29))], policy)).toEqual([])
  })

  it('of five hundred are compared within a few seconds', () => {
    const many = Array.from({ length: 500 }, (_, id) =>
      with_(
        String(id).padStart(4, '0'),
        Array.from({ length: 250 }, (_word, at) => `w${(id * 7919 + at * at) % 5_000}`),
      ),
    )
    const started = performance.now()
    resemblances(many, policy)
    expect(performance.now() - started).toBeLessThan(10_000)
  }, 30_000)
})

describe('a pair', () => {
  const found: Resemblance = {
    ...{ id: 'p', firstId: '1', secondId: '2', same: ['email'], likeness: 0, criterionId: null },
    ...{ state: 'found', excludedId: null, because: null, note: '', judgedBy: null },
    ...{ takenBackBy: null, takenBackBecause: '' },
  }
  const proposed: Resemblance = {
    ...found,
    state: 'proposed',
    excludedId: '2',
    because: 'same_supplier',
    judgedBy: 'program',
  }
  const exclude: Judgement = { says: 'exclude', note: 'Same number.', excludedId: '2', because: 'same_supplier' }

  it('is judged by the program team', () => {
    expect(judge(file, found, { actor: program, judgement: exclude }).ok).toBe(true)
    const refused: Record<JudgeRefusal, ReturnType<typeof judge>> = {
      not_allowed: judge(evaluatedBy('program'), found, { actor: program, judgement: exclude }),
      wrong_state: judge({ ...file, state: 'closed' }, found, { actor: program, judgement: exclude }),
      results_locked: judge(locked, found, { actor: program, judgement: exclude }),
      already_decided: judge(file, proposed, { actor: program, judgement: exclude }),
      note_missing: judge(file, found, { actor: program, judgement: { says: 'distinct', note: ' ' } }),
      not_of_pair: judge(file, found, { actor: program, judgement: { ...exclude, excludedId: '3' } }),
    }
    for (const [because, outcome] of Object.entries(refused)) expect(outcome).toEqual({ ok: false, because })
  })

  it('is excluded when procurement confirms it', () => {
    expect(decideExclusion(file, proposed, { actor: procurement }).ok).toBe(true)
    const refused: Record<ConfirmExclusionRefusal, ReturnType<typeof decideExclusion>> = {
      not_allowed: decideExclusion(evaluatedBy('procurement'), proposed, { actor: procurement }),
      wrong_state: decideExclusion({ ...file, state: 'locked' }, proposed, { actor: procurement }),
      results_locked: decideExclusion(locked, proposed, { actor: procurement }),
      not_proposed: decideExclusion(file, found, { actor: procurement }),
      same_person: decideExclusion(file, { ...proposed, judgedBy: 'both' }, { actor: both }),
    }
    for (const [because, outcome] of Object.entries(refused)) {
      expect(outcome).toEqual({ ok: false, because })
      expect(Object.keys(duplicateRefusals)).toContain(because)
    }
  })

  it('that is excluded is asked back by the program team, and taken back by procurement', () => {
    const excluded: Resemblance = { ...proposed, state: 'excluded' }
    const asked: Resemblance = { ...excluded, takenBackBy: 'program', takenBackBecause: 'Two firms.' }
    const why = { actor: program, because: 'Two firms.' }
    expect(askBack(file, excluded, why).ok).toBe(true)
    expect(takeBack(file, asked, { actor: procurement }).ok).toBe(true)
    const refusedAsking: Record<AskBackRefusal, ReturnType<typeof askBack>> = {
      not_allowed: askBack(file, excluded, { ...why, actor: procurement }),
      wrong_state: askBack({ ...file, state: 'locked' }, excluded, why),
      results_locked: askBack(locked, excluded, why),
      not_excluded: askBack(file, proposed, why),
      already_asked: askBack(file, asked, why),
      reason_missing: askBack(file, excluded, { ...why, because: ' ' }),
    }
    const refusedBack: Record<TakeBackRefusal, ReturnType<typeof takeBack>> = {
      not_allowed: takeBack(file, asked, { actor: program }),
      wrong_state: takeBack({ ...file, state: 'locked' }, asked, { actor: procurement }),
      results_locked: takeBack(locked, asked, { actor: procurement }),
      not_asked: takeBack(file, excluded, { actor: procurement }),
      same_person_back: takeBack(file, { ...asked, takenBackBy: 'both' }, { actor: both }),
    }
    for (const refused of [refusedAsking, refusedBack])
      for (const [because, outcome] of Object.entries(refused)) {
        expect(outcome).toEqual({ ok: false, because })
        expect(Object.keys(duplicateRefusals)).toContain(because)
      }
    expect(takeBack(evaluatedBy('procurement'), asked, { actor: procurement })).toMatchObject({
      because: 'not_allowed',
    })
  })

  it('needs no decision once one of the two is gone', () => {
    expect(isDecided(found, new Set())).toBe(false)
    expect(isDecided(found, new Set(['1']))).toBe(true)
    expect(isDecided({ ...found, state: 'distinct' }, new Set())).toBe(true)
  })
})
