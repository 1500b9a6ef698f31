import type { Staff } from '../accounts/rules.ts'
import { teamOf } from '../accounts/store.ts'
import { can as canUse, type Import } from '../backlog/rules.ts'
import { findImport } from '../backlog/store.ts'
import type { Tx } from '../platform/db.ts'
import type { Text } from '../platform/i18n.ts'
import { isId } from '../platform/ids.ts'
import { dayOf } from '../platform/time.ts'
import { NEED_MAX, SUBJECT_MAX } from './forms.ts'
import { criteriaFrom, optionAnswersIn, questionNames } from './rules.options.ts'
import { can as canRead } from './rules.referrals.ts'
import { type Answers, criteria } from './rules.ts'
import { findReferral } from './store.referrals.ts'
import { lastAskedBy } from './store.ts'
import { begunTexts } from './texts.begun.ts'

/** A form that is not empty: what stands in it, and for each part where it comes from. Nothing is filled in without saying so. */
export type Begun = { readonly values: Readonly<Record<string, string>>; readonly said: readonly Text[] }

/** What a new request begins with: an import or a referral in its address, the answers on the options, the last request. */
export async function begunForm(tx: Tx, actor: Staff, query: Readonly<Record<string, string>>): Promise<Begun> {
  const options = optionAnswersIn(query)
  const parts: Begun[] = [
    await fromLast(tx, actor),
    await fromImport(tx, actor, query.from),
    await fromReferral(tx, actor, query.referral),
    options
      ? {
          values: { ...picked(query), ...answered(criteriaFrom(options)) },
          said: [begunTexts.options],
        }
      : nothing,
  ]
  return { values: Object.assign({}, ...parts.map(({ values }) => values)), said: parts.flatMap(({ said }) => said) }
}

const nothing: Begun = { values: {}, said: [] }

async function fromLast(tx: Tx, actor: Staff): Promise<Begun> {
  const last = await lastAskedBy(tx, actor.id)
  if (last) {
    const { team, homeBranch, language } = last
    return { values: { team, homeBranch: homeBranch ? 'yes' : 'no', language }, said: [begunTexts.last] }
  }
  const on = { departmentId: actor.departmentId, day: dayOf(await tx.now(), actor.timeZone) }
  const team = await teamOf(tx, { ...on, personId: actor.id, role: 'client' })
  return team ? { values: { team }, said: [begunTexts.team] } : nothing
}

async function fromImport(tx: Tx, actor: Staff, id: string | undefined): Promise<Begun> {
  const found = isId(id) ? await findImport(tx, id) : undefined
  if (!found || !canUse.use(actor, found)) return nothing
  const { outline, language } = found
  const values = {
    ...{
      from: found.id,
      subject: outline.title.slice(0, SUBJECT_MAX),
      need: outline.need.slice(0, NEED_MAX),
      language,
    },
    ...answered(criteriaOf(found)),
  }
  return { values, said: [begunTexts.imports[found.kind](found.address)] }
}

/** An issue of a repository, a template and an earlier statement are about code; a licence that is there is an open one. */
const criteriaOf = ({ kind, outline }: Import): Partial<Answers> => ({
  ...(kind === 'markdown' ? {} : { isCode: true }),
  ...(outline.licence ? { isOpenSource: true } : {}),
})

async function fromReferral(tx: Tx, actor: Staff, id: string | undefined): Promise<Begun> {
  const found = isId(id) ? await findReferral(tx, id) : undefined
  if (!found || !canRead.read(actor, found)) return nothing
  const { subject, need, team, language } = found
  return { values: { subject, need, team, language }, said: [begunTexts.referral] }
}

const answered = (answers: Partial<Answers>): Record<string, string> =>
  Object.fromEntries(
    criteria.flatMap((criterion) => {
      const answer = answers[criterion]
      return typeof answer === 'boolean' ? [[criterion, answer ? 'yes' : 'no']] : []
    }),
  )

const picked = (query: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(questionNames.map((name) => [name, query[name] ?? '']))
