import { findDepartmentByCode } from '../accounts/store.ts'
import type { App } from '../platform/app.ts'
import { type Decision, yes } from '../platform/decision.ts'
import { dayOf } from '../platform/time.ts'
import type { AnswerRefusal, Answers, Audience } from './rules.ts'
import * as rules from './rules.ts'
import { answersIn, insertAnswer } from './store.ts'

/**
 * Keeps an answer in a schema of its own, in a role that reads nothing else: no person, no file, no network address,
 * no instant. Nobody acts here, so there is no actor; nothing is recorded in the history, which would keep the time.
 */
export async function answerSurvey(
  app: App,
  input: Answers & { readonly departmentCode: string; readonly audience: Audience },
): Promise<Decision<true, AnswerRefusal>> {
  const { departmentCode } = input
  const department = await app.read('nothing', (tx) => findDepartmentByCode(tx, departmentCode))
  return app.transaction(
    'nothing',
    async (tx): Promise<Decision<true, AnswerRefusal>> => {
      const today = dayOf(await tx.now(), department?.timeZone ?? 'UTC')
      const inMonth = await answersIn(tx, departmentCode, rules.monthOf(today))
      const decision = rules.answer(input, { today, known: department !== undefined, inMonth })
      if (!decision.ok) return decision

      await insertAnswer(tx, app.random, decision.value)
      return yes(true)
    },
    'opportune_survey',
  )
}
