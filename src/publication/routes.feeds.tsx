import { open, type Route, type Routes } from '../accounts/routing.ts'
import { content } from '../platform/http.ts'
import { atomFeed, closingCalendar, type Feed, jsonFeed, lastChange, nextChange } from './feeds.ts'
import { feedEntries } from './store.feeds.ts'

/** The same news for programs: readers of feeds, calendars. */
export const feedRoutes = {
  'GET /opportunities.atom': feed('application/atom+xml; charset=utf-8', atomFeed),
  'GET /opportunities.json': feed('application/feed+json; charset=utf-8', jsonFeed),
  'GET /opportunities.ics': feed('text/calendar; charset=utf-8', closingCalendar),
} satisfies Routes

function feed(type: string, write: (feed: Feed) => string): Route {
  return open(
    async (app, { language }) => {
      const said = await app.read('nothing', async (tx) => ({ entries: await feedEntries(tx), now: await tx.now() }))
      const body = write({ ...said, language, baseUrl: app.config.baseUrl })
      return { ...content(type, body, undefined, nextChange(said)), changedAt: lastChange(said) }
    },
    { cached: [] },
  )
}
