import { decideGo, receiveRequest, screenRequest, withdrawRequest } from '../requests/commands.ts'
import { type Answers, answersOf, isDeclineReason, type Verdict, withdrawReasons } from '../requests/rules.ts'
import type { Programme } from './programme.ts'
import type { PastAct, Stage } from './replay.stage.ts'
import { ActRefused, done, found } from './settling.ts'

type Asked = Programme['requests'][number]

/** Every request of the programme: received, screened, and what became of it. */
export const requestActs = (stage: Stage): PastAct[] =>
  stage.programme.requests.flatMap((request) => actsOf(stage, request))

function actsOf(stage: Stage, request: Asked): PastAct[] {
  const { past, files } = stage
  const { app } = past
  const need = stage.step('need-identified')
  const idOf = () => found(files.get(request.id), `the request ${request.id} was not received`).id
  const requester = stage.staff(request.by)
  const screener = stage.staff('program')
  const { subject, team, homeBranch, outcome } = request

  const received: PastAct = {
    at: request.placedReceived ?? need.start,
    what: `${request.id} received`,
    does: async () => {
      const told = { subject, team, homeBranch, language: 'en', need: request.need, maintainer: '' } as const
      const asked = { ...told, answers: answersFor(request), estimate: null }
      const { id, number } = await done(`receive ${request.id}`, receiveRequest(app, requester, asked))
      files.set(request.id, { id, number })
    },
  }
  const screened: PastAct = {
    at: request.placedScreened,
    what: `${request.id} ${outcome === 'declined' ? 'declined' : 'accepted'}`,
    does: async () => {
      const verdict = verdictOn(request)
      await done(`screen ${request.id}`, screenRequest(app, screener, { id: idOf(), verdict }))
    },
  }
  if (outcome === 'declined') return [received, screened]
  if (outcome === 'posted') return [received, screened, go(stage, idOf)]

  const reason = found(
    withdrawReasons.find((each) => each === request.reason),
    `the request ${request.id} was withdrawn without a reason`,
  )
  const withdrawn: PastAct = {
    at: found(request.placedEnded, `the request ${request.id} was withdrawn at no instant`),
    what: `${request.id} withdrawn: ${reason}`,
    does: async () => {
      const actor = reason === 'by_client' ? requester : screener
      await done(`withdraw ${request.id}`, withdrawRequest(app, actor, { id: idOf(), reason }))
    },
  }
  return [received, screened, withdrawn]
}

/** Procurement's Go ends the first step. */
function go(stage: Stage, idOf: () => string): PastAct {
  const { end: at, workingDays } = stage.step('need-identified')
  return {
    at,
    what: 'Go from procurement',
    does: async () => {
      const said = { id: idOf(), said: 'go', reason: '', workingDays } as const
      await done('give the Go', decideGo(stage.past.app, stage.staff('procurement'), said))
    },
  }
}

const answersFor = ({ code, ownDepartment }: Asked): Answers =>
  answersOf((criterion) => {
    if (criterion === 'isCode') return code
    if (criterion === 'isOwnDepartment') return ownDepartment
    // Nobody was asked who would maintain the code.
    return criterion === 'isMaintained' ? null : true
  })

function verdictOn(request: Asked): Verdict {
  const { meetsCriteria, outcome, reason = '', referredTo = '' } = request
  const answers = answersFor(request)
  if (outcome !== 'declined') return { answers, meetsCriteria, reply: '', outcome: 'accept' }
  if (!isDeclineReason(reason)) throw new ActRefused('read the facts', `${request.id} was declined without a reason`)
  const reply =
    reason === 'other_department'
      ? 'The program buys for its own department only. Your need fits in every other way.'
      : 'The program buys code only.'
  return { answers, meetsCriteria, reply, outcome: 'decline', reason, referredTo }
}
