import { z } from 'zod'
import { forApplicant, type Routes } from '../accounts/routing.ts'
import type { Supplier } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import type { Tx } from '../platform/db.ts'
import type { Problems } from '../platform/forms.ts'
import { type Asked, content, type Form, page, type Reply, seeOther, typed, unknown } from '../platform/http.ts'
import { isLanguage, type Language, type Text } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { deviceHash, meetDevice } from './commands.devices.ts'
import { type Saved, saveDraft } from './commands.ts'
import { commitmentTo } from './content.ts'
import { unlockDraft } from './drafts.ts'
import { fieldsOf, findingsIn, keptForm, keptText, parseApplication, warningsIn } from './forms.ts'
import { type Clash, type Marks, markOf, marksOf } from './joining.ts'
import { clashProblems, shownValue } from './pages.fields.ts'
import { clockTime, isLate, shown, typedText, warningsSeen } from './pages.ts'
import { findPlace } from './place.store.ts'
import { type Application, isOpen, type Posted } from './rules.ts'
import { isKnownDevice } from './store.devices.ts'
import { currentSeal, findDraft, findPosted, ownApplication } from './store.ts'
import { sendAtOnce, submitApplication } from './submission.ts'
import { formTexts, previewTexts } from './texts.form.ts'
import { lateTexts, refusals } from './texts.ts'
import { LateView } from './views.after.tsx'
import { PreviewView } from './views.preview.tsx'
import { type ApplyPage, ApplyView } from './views.tsx'

type Asks = Asked<Supplier>

async function showApplication(app: App, { actor, language, params, browser }: Asks): Promise<Reply> {
  const found = await look(app, actor, params.slug ?? '', browser)
  if (!found) return unknown
  const { posted, own, now, form } = found
  if (own?.state === 'withdrawn') return late(found, language, refusals.withdrawn, form, 200)
  if (isLate(posted, now)) return late(found, language, lateTexts.over, own?.state === 'draft' ? form : {}, 200)
  if (own && found.newDevice) await meetDevice(app, actor, { posted, application: own, browser })
  return apply(200, found, actor, language, { form, errors: [] })
}

/** Keeps what was typed, whatever else happens; sends it when asked to and when nothing is missing. */
async function saveOrSend(app: App, { actor, language, params, form: given, browser }: Asks): Promise<Reply> {
  const slug = params.slug ?? ''
  const marks = readMarks(typed(given, 'marks'))
  if (typed(given, 'do') === 'send') {
    const sent = await sendAtOnce(app, actor, { given, marks, seen: typed(given, 'seen'), slug, browser })
    if (sent.ok) {
      const { application, place } = sent.value
      if (!place.knownDevice) await meetDevice(app, actor, { posted: place.posted, application, browser })
      return seeOther(path('/applications/:id/receipt', language, { id: application.id }))
    }
    if (sent.because === 'too_late' || sent.because === 'not_open') {
      const place = await findPlace(app, { slug, supplierId: actor.id, browser })
      return place ? late(place, language, refusals[sent.because], keptForm(given, place.posted), 409) : unknown
    }
  }
  const before = await look(app, actor, slug, browser)
  if (!before) return unknown
  const arrived = keptForm(given, before.posted)
  const spoken = typed(arrived, 'language')
  const saved = await saveDraft(app, actor, {
    ...{ slug, form: arrived, marks },
    language: isLanguage(spoken) ? spoken : language,
  })
  if (!saved.ok) return late(before, language, refusals[saved.because], arrived, 409)
  const { posted, application, clashes, savedAt } = saved.value
  if (before.newDevice) await meetDevice(app, actor, { posted, application, browser })

  const found = { ...before, own: application, savedAt, form: saved.value.form }
  if (clashes.length > 0) return beside(found, actor, language, { arrived, clashes })
  const wish = typed(given, 'do')
  if (wish === 'later') return seeOther(path('/applications', language))
  if (wish === 'preview') return seeOther(path('/opportunities/:slug/application/preview', language, { slug }))
  if (wish !== 'send') return seeOther(path('/opportunities/:slug/application', language, { slug }))
  return send(app, actor, language, { found, saved: saved.value, seen: typed(given, 'seen') })
}

async function send(
  app: App,
  actor: Supplier,
  language: Language,
  { found, saved, seen }: { found: Found; saved: Saved; seen: string },
): Promise<Reply> {
  const { form, posted } = saved
  const parsed = parseApplication(form, posted, actor.email)
  if (!parsed.ok) return apply(422, found, actor, language, { form, errors: parsed.problems })
  const warnings = warningsIn(form, posted, actor)
  if (warnings.length > 0 && seen !== warningsSeen(warnings))
    return apply(200, found, actor, language, { form, errors: [] })

  // What another device saves between that draft and this is not overwritten.
  const marks = marksOf(form, fieldsOf(posted))
  const sent = await submitApplication(app, actor, { slug: posted.slug, content: parsed.value, marks })
  if (!sent.ok && sent.because === 'changed_elsewhere') {
    const errors = [{ field: '', text: refusals.changed_elsewhere }]
    const fresh = await look(app, actor, posted.slug, '')
    return fresh ? apply(409, fresh, actor, language, { form: fresh.form, errors }) : unknown
  }
  if (!sent.ok) return late(found, language, refusals[sent.because], form, 409)
  return seeOther(path('/applications/:id/receipt', language, { id: sent.value.application.id }))
}

/** What changed since the last save, sent while somebody types: each field with what it was before. */
async function saveEdits(app: App, { actor, language, params, form: given, browser }: Asks): Promise<Reply> {
  const slug = params.slug ?? ''
  const before = await look(app, actor, slug, browser)
  const edits = readEdits(typed(given, 'edits'))
  if (!before || !edits) return unknown
  const known = new Set(fieldsOf(before.posted))
  const asked = edits.filter(({ name }) => known.has(name))
  const form = Object.fromEntries(asked.map(({ name, value }) => [name, keptText(value)]))
  const marks = Object.fromEntries(asked.map(({ name, mark }) => [name, mark]))
  const saved = await saveDraft(app, actor, { slug, language, form, marks })
  if (!saved.ok) return json({ ok: false, said: refusals[saved.because][language] })
  const { posted, application, clashes, savedAt } = saved.value
  if (before.newDevice) await meetDevice(app, actor, { posted, application, browser })

  const outcomes = asked.map(({ name }) => {
    const clash = clashes.find(({ field }) => field === name)
    const now = typed(saved.value.form, name)
    if (!clash) return { name, outcome: 'applied', mark: markOf(now), text: now }
    return {
      ...{ name, outcome: 'clash', mark: markOf(clash.theirs), text: clash.theirs },
      shown: shownValue(name, clash.theirs)[language],
    }
  })
  return json({ ok: true, at: clockTime(savedAt, posted.timeZone, language), outcomes })
}

/** The answers as an evaluator reads them, from the draft as it was saved. */
async function preview(app: App, { actor, language, params, browser }: Asks): Promise<Reply> {
  const found = await look(app, actor, params.slug ?? '', browser)
  if (!found) return unknown
  const { posted, own, now, form } = found
  const back = path('/opportunities/:slug/application', language, { slug: posted.slug })
  if (!own || !isOpen(posted, now) || own.state === 'withdrawn') return seeOther(back)
  if (found.newDevice) await meetDevice(app, actor, { posted, application: own, browser })
  const written = typed(form, 'language')
  const body = (
    <PreviewView
      {...{ language, posted }}
      written={isLanguage(written) ? written : language}
      answers={findingsIn(form, posted, actor)}
    />
  )
  return page(200, previewTexts.title[language], body)
}

/** What was typed, back as a file: for whoever was too late. Nothing is stored. */
async function copyTyped(app: App, { language, params, form }: Asks): Promise<Reply> {
  const posted = await app.read('everything', (tx) => findPosted(tx, { slug: params.slug ?? '' }))
  if (!posted) return unknown
  const file = typedText(keptForm(form, posted), posted, language)
  return content('text/plain; charset=utf-8', file, `${posted.slug}.txt`)
}

export const writingRoutes = {
  'GET /opportunities/:slug/application': forApplicant(showApplication),
  'POST /opportunities/:slug/application': forApplicant(saveOrSend),
  'POST /opportunities/:slug/application/edits': forApplicant(saveEdits),
  'GET /opportunities/:slug/application/preview': forApplicant(preview),
  'POST /opportunities/:slug/application/copy': forApplicant(copyTyped),
} satisfies Routes

type Found = {
  posted: Posted
  own: Application | undefined
  now: Date
  /** The draft as it was typed; empty when there is none or its key is gone. */
  form: Form
  savedAt: Date | undefined
  /** Of what was sent last, and of what the draft would be. */
  commitments: { sent: string | undefined; salt: Buffer | undefined }
  /** This browser has not opened the application before. */
  newDevice: boolean
}

function look(app: App, actor: Supplier, slug: string, browser: string): Promise<Found | undefined> {
  return app.read('everything', async (tx) => {
    const posted = await findPosted(tx, { slug })
    if (!posted) return undefined
    const own = await ownApplication(tx, posted.id, actor.id)
    const now = await tx.now()
    const nothing = { form: {}, savedAt: undefined, commitments: { sent: undefined, salt: undefined } }
    if (!own) return { posted, own, now, ...nothing, newDevice: true }
    const newDevice = browser !== '' && !(await isKnownDevice(tx, own.id, deviceHash(own.id, browser)))
    return { posted, own, now, ...(await draftOf(tx, app, own)), newDevice }
  })
}

async function draftOf(tx: Tx, app: App, own: Application): Promise<Pick<Found, 'form' | 'savedAt' | 'commitments'>> {
  const draft = await findDraft(tx, own.id)
  const unlocked = draft?.wrappedKey ? unlockDraft(app.keys.draft, own.id, draft) : undefined
  const sent = (await currentSeal(tx, own.id))?.contentCommitment
  if (!unlocked?.ok) return { form: {}, savedAt: undefined, commitments: { sent, salt: undefined } }
  return { form: unlocked.value.form, savedAt: draft?.savedAt, commitments: { sent, salt: unlocked.value.salt } }
}

function apply(
  status: 200 | 409 | 422,
  found: Found,
  actor: Supplier,
  language: Language,
  { form, errors, clashes = [] }: { form: Form; errors: Problems; clashes?: readonly Clash[] },
): Reply {
  const { posted, now, savedAt } = found
  const body: ApplyPage = {
    ...{ language, posted, email: actor.email, form, errors, clashes },
    keeper: `${posted.id}.${actor.id}`,
    marks: marksOf(found.form, fieldsOf(posted)),
    warnings: warningsIn(form, posted, actor),
    sent: sentBefore(found, form, actor),
    savedAt: savedAt && shown(savedAt, posted.timeZone, language).text,
    closes: shown(posted.closesAt, posted.timeZone, language),
    now: shown(now, posted.timeZone, language),
  }
  return page(status, formTexts.title(posted.title)[language], <ApplyView {...body} />, { module: 'apply' })
}

/** Both texts of each field that two devices changed: this one’s in the field, the saved one beside it. */
function beside(
  found: Found,
  actor: Supplier,
  language: Language,
  { arrived, clashes }: { arrived: Form; clashes: readonly Clash[] },
): Reply {
  const mine = clashes.map(({ field }) => [field, typed(arrived, field)])
  const form = { ...found.form, ...Object.fromEntries(mine) }
  return apply(409, found, actor, language, { form, errors: clashProblems(clashes, found.posted), clashes })
}

function sentBefore({ posted, commitments }: Found, form: Form, actor: Supplier): ApplyPage['sent'] {
  const { sent, salt } = commitments
  if (!sent) return 'nothing'
  const parsed = parseApplication(form, posted, actor.email)
  return parsed.ok && salt && commitmentTo({ salt, content: parsed.value }) === sent ? 'this' : 'other'
}

/** Too late, or withdrawn: a clear sentence, and nothing that was typed is taken away. */
export function late(
  { posted, own }: Pick<Found, 'posted' | 'own'>,
  language: Language,
  because: Text,
  form: Form,
  status: 200 | 409,
): Reply {
  const receiptOf = own && 'submittedAt' in own ? own.id : undefined
  const body = <LateView {...{ language, posted, because, form, receiptOf }} refused={status === 409} />
  return page(status, posted.title[language], body)
}

const json = (said: object): Reply => content('application/json; charset=utf-8', JSON.stringify(said))

const marksShape = z.record(z.string(), z.string().max(64))
const editsShape = z
  .array(z.object({ name: z.string().max(100), mark: z.string().max(64), value: z.string() }))
  .max(100)

const readMarks = (text: string): Marks | undefined => read(marksShape, text)
const readEdits = (text: string) => read(editsShape, text)

function read<S extends z.ZodType>(shape: S, text: string): z.output<S> | undefined {
  if (text === '') return undefined
  try {
    return shape.safeParse(JSON.parse(text)).data
  } catch {
    return undefined // not JSON: nobody’s page sent it
  }
}
