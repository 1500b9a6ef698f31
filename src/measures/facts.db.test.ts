import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellsOf, differing } from '../../test/pilot.ts'
import { openProgram } from '../../test/program.ts'
import type { Composed } from '../compose.ts'
import { rootFolder } from '../platform/root.ts'
import { programmeFrom, readProgrammeFiles } from './programme.ts'
import { replay } from './replay.ts'
import { reportJson } from './report.formats.ts'
import { closeoutReport } from './report.ts'

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null
/** Where in the facts, and what stands there instead. `steps` is timeline.json, everything else pilot.json. */
type Change = readonly [where: string, value: Json]
type Cells = ReadonlyMap<string, unknown>

const elapsed = (...steps: string[]): string[] =>
  steps.flatMap((step) => [`${step} actualElapsed`, `${step} difference`])
const total = 'toReceiveWork actualElapsed'
const working = (step: string): string[] => [`${step} actualWorking`, 'toReceiveWork actualWorking']

/** Each fact of the pilot, changed, and every cell of the report that then changes. */
const facts: readonly (readonly [fact: string, changes: readonly Change[], cells: readonly string[]])[] = [
  ['the request came sooner', [['steps.0.start', '2021-04-29T11:08:59-04:00']], [...elapsed('need-identified'), total]],
  [
    'the Go came later',
    [
      ['steps.0.end', '2021-04-30T14:01:29-04:00'],
      ['steps.1.start', '2021-04-30T14:01:29-04:00'],
    ],
    elapsed('need-identified', 'statement-written'),
  ],
  ['submitted sooner', [['steps.1.end', '2021-05-31T14:01:29-04:00']], elapsed('statement-written', 'pif-completed')],
  ['form completed later', [['steps.2.end', '2021-06-04T14:01:29-04:00']], elapsed('pif-completed', 's32-signed')],
  ['committed sooner', [['steps.3.end', '2021-06-08T14:01:29-04:00']], elapsed('s32-signed', 'sent-to-finance')],
  ['sent later', [['steps.4.end', '2021-06-11T10:16:29-04:00']], elapsed('sent-to-finance', 'funds-reserved')],
  ['reserved later', [['steps.5.end', '2021-06-16T10:16:29-04:00']], elapsed('funds-reserved', 'translated')],
  ['attested later', [['steps.6.end', '2021-06-22T10:16:29-04:00']], elapsed('translated', 'page-prepared')],
  ['posted later', [['steps.7.end', '2021-06-24T10:16:29-04:00']], elapsed('page-prepared', 'on-website')],
  [
    'closed the next morning',
    [['opportunity.closing.extended', '2021-07-13T07:00:00-04:00']],
    [...elapsed('on-website'), total],
  ],
  [
    'evaluation began later',
    [['steps.9.start', '2021-07-13T09:00:00-04:00']],
    [...elapsed('supplier-selected'), total],
  ],
  [
    'a supplier was chosen sooner',
    [['steps.9.end', '2021-07-15T15:00:00-04:00']],
    elapsed('supplier-selected', 'terms-agreed'),
  ],
  ['Canada signed later', [['steps.10.end', '2021-07-20T16:00:00-04:00']], [...elapsed('terms-agreed'), total]],
  ['worked more: need', [['steps.0.workingDays', 0.5]], working('need-identified')],
  ['worked less: statement', [['steps.1.workingDays', 2]], working('statement-written')],
  ['worked more: form', [['steps.2.workingDays', 2]], working('pif-completed')],
  ['worked more: section 32', [['steps.3.workingDays', 1]], working('s32-signed')],
  ['worked less: finance', [['steps.4.workingDays', 0.25]], working('sent-to-finance')],
  ['worked nothing: reservation', [['steps.5.workingDays', null]], working('funds-reserved')],
  ['worked more: translation', [['steps.6.workingDays', 5]], working('translated')],
  ['worked more: page', [['steps.7.workingDays', 1.5]], working('page-prepared')],
  ['worked less: website', [['steps.8.workingDays', 13]], working('on-website')],
  ['worked more: choice', [['steps.9.workingDays', 2]], working('supplier-selected')],
  ['worked on the terms', [['steps.10.workingDays', 0.5]], working('terms-agreed')],
  [
    'another request, which did not fit',
    [['requests.6', declinedRequest('R7')]],
    ['requests result', 'requests-meeting-criteria result'],
  ],
  [
    'the sixth request was for code, and met the criteria',
    [
      ['requests.5.code', true],
      ['requests.5.meetsCriteria', true],
      ['requests.5.outcome', 'withdrawn'],
      ['requests.5.reason', 'no_reply'],
      ['requests.5.placedEnded', '2022-03-01T10:00:00-05:00'],
    ],
    ['requests-meeting-criteria result'],
  ],
  ['a fourth supplier did not apply', [['opportunity.suppliers.3', null]], ['applications-per-opportunity result']],
  ['the price was another', [['opportunity.fixedPrice', 5_000]], ['total-value result']],
  [
    'the terms were never signed',
    [['opportunity.termsSigned', false]],
    ['terms-signed-share result', 'total-value result', ...skippedAtSignature(), ...elapsed('terms-agreed'), total],
  ],
  [
    'the work was delivered, and accepted a business day later',
    [
      ['opportunity.outcome', 'delivered'],
      [
        'opportunity.delivered',
        {
          placedAt: '2021-07-22T10:00:00-04:00',
          repositoryUrl: 'https://code.example/policies',
          placedAccepted: '2021-07-23T10:00:00-04:00',
        },
      ],
    ],
    [
      ...['delivered-share result', 'new-repositories result', 'open-resource-entries result', 'forks result'],
      ...[...elapsed('work-evaluated'), total],
    ],
  ],
  ['more followers', [['audience.followers.MicroBuysGC', 144]], ['followers result']],
  ['fewer shares', [['audience.shares.launch', 21]], ['shares-per-opportunity result']],
  ['the client would buy again', [['surveys.clients.0.wouldUseAgain', true]], ['clients-would-reuse-share result']],
  ['the client did not answer', [['surveys.clients', []]], ['clients-would-reuse-share result']],
  ['five suppliers answered', [['surveys.suppliers', answers(5)]], ['suppliers-would-rebid-share result']],
  ['four suppliers answered', [['surveys.suppliers', answers(4)]], ['suppliers-would-rebid-share result']],
  [
    'holidays are left out',
    [['policy.4.value', 'federal']],
    [...elapsed('statement-written'), ...elapsed('on-website'), total],
  ],
]

let program: Composed
let pilot: Cells

beforeAll(async () => {
  program = await openProgram()
  pilot = await replayed('FACTS', [])
})
afterAll(() => program.close())

describe('changing a fact changes the cells that depend on it, and no other', () => {
  test.each(facts)('%s', async (fact, changes, cells) => {
    const changed = await replayed(`F${facts.findIndex(([name]) => name === fact)}`, changes)
    expect(differing(pilot, changed).toSorted()).toEqual([...new Set(cells)].toSorted())
  })

  test('every recorded working time and every instant of the timeline is in this table', () => {
    const where = facts.flatMap(([, changes]) => changes.map(([path]) => path))
    const missing = Array.from({ length: 11 }, (_, step) => [`steps.${step}.end`, `steps.${step}.workingDays`])
      .flat()
      .filter((path) => !where.includes(path))
    // The website step ends at the closing, which is a fact of the opportunity.
    expect(missing).toEqual(['steps.8.end'])
  })
})

test('four answers are too few to be told', async () => {
  const suppressed = await replayed('FEW', [['surveys.suppliers', answers(4)]])
  expect(suppressed.get('suppliers-would-rebid-share result')).toBe('suppressed')
})

/** The report on the pilot with some facts changed, in a department of its own; nobody subscribes and nothing is explained. */
async function replayed(code: string, changes: readonly Change[]): Promise<Cells> {
  const files = await readProgrammeFiles(join(rootFolder, 'examples', 'pilot'))
  if (!files) throw new Error('the pilot’s facts are not there')
  const { pilot: facts, timeline } = structuredClone(files) as { pilot: Json; timeline: Json }
  const quick: readonly Change[] = [
    ['department.code', code],
    ['audience.mailingListSubscribers', 0],
    ['notes', []],
  ]
  for (const [where, value] of [...quick, ...changes]) put(where.startsWith('steps.') ? timeline : facts, where, value)
  const programme = programmeFrom({ pilot: facts, timeline })
  if (!('department' in programme)) throw new Error(programme.join('\n'))
  const { departmentId } = await replay(program, programme, () => {})
  return cellsOf(reportJson(await closeoutReport(program.worker, departmentId), 'en'))
}

/** Puts a value where the path leads; nothing in a list takes the entry out. */
function put(into: Json, where: string, value: Json): void {
  const names = where.split('.')
  const last = names.pop() ?? ''
  const holder = names.reduce<Json>((here, name) => (here as Record<string, Json>)[name] ?? null, into)
  if (Array.isArray(holder)) holder.splice(Number(last), 1, ...(value === null ? [] : [value]))
  else (holder as Record<string, Json>)[last] = value
}

function answers(count: number): Json {
  const answer = { placedAnswered: '2021-08-10T10:00:00-04:00', wouldUseAgain: true, story: '' }
  return Array.from({ length: count }, () => answer)
}

function declinedRequest(id: string): Json {
  const said = { id, by: 'client2', subject: 'A poster', team: 'IITB', need: 'A poster.', homeBranch: true }
  const found = { ownDepartment: true, code: false, meetsCriteria: false, outcome: 'declined', reason: 'not_code' }
  const when = { placedReceived: '2022-02-01T10:00:00-05:00', placedScreened: '2022-02-02T10:00:00-05:00' }
  return { ...said, ...found, ...when }
}

function skippedAtSignature(): string[] {
  const steps = ['contract-written', 'vendor-profile-created', 'purchase-order-created']
  return [...elapsed(...steps), ...steps.map((step) => `${step} actualWorking`)]
}
