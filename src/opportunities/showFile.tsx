import { forStaff } from '../accounts/routing.ts'
import { type Staff, scopeOf } from '../accounts/rules.ts'
import type { Waiting } from '../accounts/waiting.ts'
import type { Tx } from '../platform/db.ts'
import { page, unknown } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { everyRole, fileAsked } from './routes.file.tsx'
import { fileTexts } from './texts.file.ts'
import { FilePage, titleOf } from './views.file.tsx'

/** What waits for this person on a file in a later part of its life: to evaluate, to draw, to sign, to pay. */
export type TaskOn = (tx: Tx, actor: Staff, language: Language, id: string) => Promise<Waiting | undefined>

/** One file for whoever may see it. Later features say what waits there once it is posted. */
export const showFile = (taskOn: TaskOn = async () => undefined) =>
  forStaff(everyRole, async (app, request) => {
    const facts = await fileAsked(app, request)
    if (!facts) return unknown
    const { actor, language } = request
    const task = await app.read(scopeOf(actor), (tx) => taskOn(tx, actor, language, facts.opportunity.id))
    return page(200, titleOf(facts, language), <FilePage {...{ facts, actor, language, task }} />, {
      crumbs: [{ label: fileTexts.home[language], href: path('/home', language) }],
    })
  })
