import { formatMillis } from '../platform/format.ts'
import type { Language } from '../platform/i18n.ts'
import { path } from '../platform/paths.ts'
import { clockTexts as texts } from './texts.clock.ts'

const EASTERN = 'America/Toronto'

/** The one page that is about this very instant: it is never kept. */
export const ClockPage = ({ now, language }: { now: Date; language: Language }) => (
  <>
    <h1>{texts.title[language]}</h1>
    <p class="lead">{texts.lead[language]}</p>
    <p>
      {texts.now[language]} <time dateTime={now.toISOString()}>{formatMillis(now, EASTERN, language)}</time>
    </p>
    <p>
      <a href={path('/clock', language)}>{texts.again[language]}</a>
    </p>
  </>
)
