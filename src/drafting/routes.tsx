import { forStaff, type Routes } from '../accounts/routing.ts'
import { rateOf } from '../opportunities/forms.ts'
import { mostRows } from '../opportunities/rules.limits.ts'
import { ceilingOf } from '../opportunities/rules.readiness.ts'
import { can as canOn } from '../opportunities/rules.ts'
import { fileTexts } from '../opportunities/texts.file.ts'
import { builderTexts } from '../opportunities/texts.statement.ts'
import type { App } from '../platform/app.ts'
import { formatInstant, formatMoney, formatNumber } from '../platform/format.ts'
import type { Problems } from '../platform/forms.ts'
import { page, type Reply, seeOther, unknown } from '../platform/http.ts'
import type { Text } from '../platform/i18n.ts'
import { newId } from '../platform/ids.ts'
import { path } from '../platform/paths.ts'
import { clockOf, dayOf } from '../platform/time.ts'
import { zoneName } from '../platform/zones.ts'
import { suggestedClosing } from '../policy/posting.ts'
import { estimatePrice } from '../policy/taxes.ts'
import { fieldId } from '../ui/fields.tsx'
import { addRow, nameOf, removeRow, saveChanges, settleConflict } from './commands.ts'
import { changesIn, keptBeside, type Pressed, pressedIn } from './forms.ts'
import type { DraftFacts } from './pages.ts'
import { editRoutes } from './routes.edits.ts'
import { discuss, factsFor, type StaffRequest } from './routes.facts.ts'
import { readingRoutes } from './routes.reading.tsx'
import { can } from './rules.comments.ts'
import { type Change, type EditRefusal, LONGEST } from './rules.edits.ts'
import { marksOf, rowsOf, typedOf } from './rules.fields.ts'
import { nameOfField, refusals } from './texts.ts'
import { BuilderPage, type BuilderProps } from './views.builder.tsx'

const writers = ['client', 'program_team'] as const

export const draftingRoutes = {
  'GET /files/:id/statement': forStaff(writers, show),
  'POST /files/:id/statement': forStaff(writers, build),
  ...editRoutes,
  ...readingRoutes,
} satisfies Routes

async function show(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { actor, language, params, query } = request
  const { opportunity } = facts
  if (opportunity.state !== 'draft' || !canOn.write(actor, opportunity))
    return seeOther(path('/files/:id', language, { id: params.id ?? '' }))
  return builder(200, request, facts, { saved: query.saved === '1' })
}

/**
 * Every button of the builder. Whatever was pressed, all that this person changed is saved first, field by field; a
 * choice between two texts comes before, so that the field it is about is not sent again.
 */
async function build(app: App, request: StaffRequest): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { actor, form, language } = request
  const { opportunity, policy, written } = facts
  if (!canOn.write(actor, opportunity)) return unknown
  const { id, version } = opportunity
  const pressed = pressedIn(form)
  const kept = keptBeside(form, pressed)

  const settled = pressed.button === 'settle' ? await settleConflict(app, actor, { id, ...pressed }) : undefined
  if (settled && !settled.ok) return again(app, request, 409, kept, [problem('', settled.because)])

  const marks = marksOf(typedOf(written, policy.zone, language))
  const left = new Set([...facts.conflicts.filter((each) => each.id === editOf(pressed)).map(nameOf)])
  const key = (name: string) => `${newId(app.clock(), app.random)} ${name}`
  const changes = changesIn(form, { marks, version }, key).filter(({ name }) => !left.has(name))
  const decision = await saveChanges(app, actor, { id, changes })
  if (!decision.ok) return refused(app, request, kept, changes, decision.because)

  const clashes = decision.value.outcomes.filter(({ outcome }) => outcome === 'conflict').map(({ name }) => name)
  if (clashes.length > 0) {
    const { lists } = facts.written
    const said = clashes.map((name) => ({ field: name, text: clashText(nameOfField(name, lists)) }))
    return again(app, request, 409, kept, said)
  }
  return act(app, request, pressed, kept)
}

/** Nothing was saved: what was typed stays on the page, with the sentence at the field that it is about. */
async function refused(
  app: App,
  request: StaffRequest,
  kept: BuilderProps['kept'],
  changes: readonly Change[],
  because: EditRefusal,
): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const long = changes.filter(({ value }) => value.length > LONGEST).map(({ name }) => name)
  const at = because === 'too_long' ? long : ['']
  const typed = Object.fromEntries(changes.map(({ name, value }) => [name, value]))
  return builder(409, request, facts, { kept, typed, problems: at.map((field) => problem(field, because)) })
}

const editOf = (pressed: Pressed): string => (pressed.button === 'settle' ? pressed.editId : '')

const clashText = (name: Text): Text => ({
  en: `${name.en}: somebody else changed this field. Choose between the two texts.`,
  fr: `${name.fr}\u00a0: une autre personne a modifié ce champ. Choisissez entre les deux textes.`,
})

const problem = (field: string, because: keyof typeof refusals) => ({ field, text: refusals[because] })

/** What the button does beyond saving. */
async function act(app: App, request: StaffRequest, pressed: Pressed, kept: BuilderProps['kept']): Promise<Reply> {
  const { actor, params, language } = request
  const id = params.id ?? ''
  const statement = path('/files/:id/statement', language, { id })
  const backTo = (place: string): Promise<Reply> | Reply =>
    Object.keys(kept).length > 0 ? again(app, request, 200, kept, []) : seeOther(`${statement}#${place}`)
  switch (pressed.button) {
    case 'add': {
      const { list } = pressed
      await addRow(app, actor, { id, list, most: mostRows[list] })
      const facts = await factsFor(app, request)
      return backTo(`${fieldId(list)}-${facts ? rowsOf(facts.written.lists, list).length : 1}`)
    }
    case 'remove':
      await removeRow(app, actor, { id, list: pressed.list, rowId: pressed.rowId })
      return backTo(fieldId(pressed.list))
    case 'comment':
    case 'answer':
    case 'resolve': {
      const decision = await discuss(app, actor, id, pressed)
      if (decision.ok) return backTo(`comments-${fieldId(decision.value.field)}`)
      const field = pressed.button === 'comment' ? `comment.${pressed.field}` : ''
      return again(app, request, 409, { ...kept, ...typedIn(pressed) }, [problem(field, decision.because)])
    }
    case 'settle': {
      return backTo('suggested')
    }
    case 'estimate':
      return estimate(app, request, kept)
    case 'suggest':
      return suggest(app, request, kept)
    case 'save':
    case 'check': {
      const facts = await factsFor(app, request)
      if (facts && facts.problems.length > 0) return again(app, request, 422, kept, facts.problems)
      return seeOther(
        pressed.button === 'check' ? path('/files/:id/readiness', language, { id }) : `${statement}?saved=1`,
      )
    }
  }
}

const typedIn = (pressed: Pressed): BuilderProps['kept'] =>
  pressed.button === 'comment'
    ? { [`comment.${pressed.field}`]: pressed.body }
    : pressed.button === 'answer'
      ? { [`answer.${pressed.commentId}`]: pressed.body }
      : {}

/** The price from the rate typed and the hours, put where the price is; both stay changeable. */
async function estimate(app: App, request: StaffRequest, kept: BuilderProps['kept']): Promise<Reply> {
  const facts = await factsFor(app, request)
  const rate = rateOf(kept.rate ?? '')
  const hours = facts?.written.facts.hours
  if (facts && rate !== undefined && hours) {
    const price = formatMoney(estimatePrice(rate, hours, facts.policy.adminHours), 'en')
    await put(app, request, facts, { price })
  }
  return again(app, request, 200, kept, [])
}

/** The suggested dates and price, taken because somebody pressed the button that says so. */
async function suggest(app: App, request: StaffRequest, kept: BuilderProps['kept']): Promise<Reply> {
  const facts = await factsFor(app, request)
  if (!facts) return unknown
  const { closesAt, selectionDay, deliveryDay, price } = facts.suggestions
  const { zone } = facts.policy
  await put(app, request, facts, {
    ...{ closing_day: dayOf(closesAt, zone), closing_time: clockOf(closesAt, zone), selection_day: selectionDay },
    ...(deliveryDay ? { delivery_day: deliveryDay } : {}),
    ...(price ? { price: formatMoney(price, 'en') } : {}),
  })
  return again(app, request, 200, kept, [])
}

async function put(app: App, { actor }: StaffRequest, facts: DraftFacts, values: BuilderProps['kept']): Promise<void> {
  const marks = marksOf(typedOf(facts.written, facts.policy.zone, 'en'))
  const changes = Object.entries(values).map(([name, value]) => ({
    ...{ key: newId(app.clock(), app.random), name, mark: marks[name] ?? '', value },
  }))
  await saveChanges(app, actor, { id: facts.opportunity.id, changes })
}

async function again(
  app: App,
  request: StaffRequest,
  status: 200 | 409 | 422,
  kept: BuilderProps['kept'],
  problems: Problems,
): Promise<Reply> {
  const facts = await factsFor(app, request)
  return facts ? builder(status, request, facts, { kept, problems }) : unknown
}

function builder(
  status: 200 | 409 | 422,
  request: StaffRequest,
  facts: DraftFacts,
  more: { kept?: BuilderProps['kept']; typed?: BuilderProps['fields']; problems?: Problems; saved?: boolean },
): Reply {
  const { actor, language } = request
  const { opportunity, written, policy } = facts
  const { id, number, title, sourceLanguage } = opportunity
  const named = title[language] || title[sourceLanguage] || number
  const kept = more.kept ?? {}
  const body = (
    <BuilderPage
      {...{ language, facts, kept }}
      reader={{ id: actor.id, resolves: can.resolve(actor, opportunity) }}
      fields={{ ...typedOf(written, policy.zone, language), ...more.typed }}
      problems={more.problems ?? []}
      said={saidOf(facts, kept.rate ?? '', language)}
      saved={more.saved ?? false}
    />
  )
  return page(status, `${builderTexts.title[language]} – ${named}`, body, {
    crumbs: [{ label: fileTexts.file(number)[language], href: path('/files/:id', language, { id }) }],
    module: 'drafting',
  })
}

/** Sentences worked out from the policy: the ceiling, suggested prices and the suggested closing. */
function saidOf({ policy, now, written }: DraftFacts, typedRate: string, language: StaffRequest['language']) {
  const money = (amount: Parameters<typeof formatMoney>[0]) => formatMoney(amount, language)
  const today = dayOf(now, policy.zone)
  const { min, max } = policy.hourlyRate
  const { hours } = written.facts
  const rate = rateOf(typedRate)
  const admin = formatNumber(policy.adminHours, language)
  const whole = hours === null ? '' : formatNumber(hours, language)
  const at = (of: typeof min) => money(estimatePrice(of, hours ?? 0, policy.adminHours))
  const price =
    hours === null
      ? null
      : rate === undefined
        ? builderTexts.range(whole, admin, at(min), at(max))
        : builderTexts.estimated(whole, admin, money(rate), at(rate))
  return {
    price: price?.[language] ?? null,
    ceiling: builderTexts.ceiling(money(ceilingOf(policy, today)), money(policy.limitIncludingTax))[language],
    rate: builderTexts.rateHint(money(min), money(max))[language],
    closing: builderTexts.closingHint(
      formatInstant(suggestedClosing(policy, today), policy.zone, language),
      zoneName(policy.zone)[language],
    )[language],
    delivery: builderTexts.deliveryHint(formatNumber(policy.deliveryHoursPerWeek, language))[language],
  }
}
