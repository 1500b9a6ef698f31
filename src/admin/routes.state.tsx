import { forStaff, type Routes } from '../accounts/routing.ts'
import type { Staff } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { formatCount, formatDays, formatInstant, formatNumber } from '../platform/format.ts'
import { type Asked, page, type Reply } from '../platform/http.ts'
import type { Language } from '../platform/i18n.ts'
import { clockOffset, TOLD_OFFSET_IN_MS } from '../platform/service.ts'
import type { Policy } from '../policy/rules.ts'
import { policyOf } from '../policy/store.ts'
import { classes, classNames, type RetentionClass } from '../retention/rules.ts'
import { lastRun } from '../retention/store.ts'
import { stateTexts as texts } from './texts.state.ts'
import { StatePageView } from './views.state.tsx'

export const stateRoutes = {
  'GET /admin/state': forStaff(['program_team', 'observer', 'administrator'], showState),
} satisfies Routes

async function showState(app: App, { language, actor }: Asked<Staff>): Promise<Reply> {
  const { policy, run } = await app.read('everything', async (tx) => ({
    policy: await policyOf(tx, actor.departmentId, await tx.now()),
    run: await lastRun(tx),
  }))
  const offset = clockOffset(app)
  const state = {
    clock: {
      ...{ apart: Math.abs(offset) > TOLD_OFFSET_IN_MS, ahead: offset > 0 },
      ms: formatNumber(Math.abs(offset), language),
    },
    round: run && formatInstant(run.finishedAt, actor.timeZone, language),
    classes: classes.map((name) => ({
      name: classNames[name][language],
      period: periodOf(name, policy, language),
      went: formatCount(run?.erased[name] ?? 0, language),
    })),
  }
  return page(200, texts.title[language], <StatePageView state={state} language={language} />)
}

function periodOf(name: RetentionClass, { retention, questions }: Policy, language: Language): string {
  const days = (count: number) => formatDays(count, language)
  const months = (count: number) => formatCount(count, language, monthNoun)
  switch (name) {
    case 'drafts':
      return texts.afterClosing(days(retention.draftDaysAfterClosing))[language]
    case 'devices':
      return texts.afterClosing(days(retention.deviceDaysAfterClosing))[language]
    case 'askers':
      return texts.afterClosing(days(questions.addressDays))[language]
    case 'originals':
      return texts.afterClosing(months(retention.questionMonths))[language]
    case 'forms':
      return texts.afterClosing(months(retention.unsuccessfulApplicationYears * 12))[language]
    case 'codes':
      return texts.afterExpiry(days(retention.codeDays))[language]
    case 'sessions':
      return texts.atExpiry[language]
    case 'counts':
      return texts.afterDay[language]
    case 'letters':
      return texts.afterSending(days(retention.mailBodyDays))[language]
    case 'unconfirmed':
      return texts.afterAsking(days(retention.unconfirmedDays))[language]
  }
}

const monthNoun = { one: { en: 'month', fr: 'mois' }, many: { en: 'months', fr: 'mois' } }
