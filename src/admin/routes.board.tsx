import { forStaff, type Routes } from '../accounts/routing.ts'
import { type Staff, scopeOf, staffRoles } from '../accounts/rules.ts'
import type { App } from '../platform/app.ts'
import { type Asked, page, type Reply } from '../platform/http.ts'
import { boardPage } from './pages.board.ts'
import { homePage } from './pages.home.ts'
import { boardReaders } from './rules.board.ts'
import { filterFrom } from './rules.filter.ts'
import { boardTexts } from './texts.board.ts'
import { BoardPageView } from './views.board.tsx'
import { HomePageView } from './views.home.tsx'

export const boardRoutes = {
  'GET /home': forStaff(staffRoles, showHome),
  'GET /board': forStaff(boardReaders, showBoard),
} satisfies Routes

async function showHome(app: App, { actor, language }: Asked<Staff>): Promise<Reply> {
  const home = await app.read(scopeOf(actor), (tx) => homePage(tx, actor, language))
  return page(200, boardTexts.home[language], <HomePageView actor={actor} language={language} home={home} />)
}

async function showBoard(app: App, { actor, language, query }: Asked<Staff>): Promise<Reply> {
  const board = await app.read(scopeOf(actor), (tx) => boardPage(tx, actor, language, filterFrom(query)))
  return page(200, boardTexts.title[language], <BoardPageView actor={actor} language={language} board={board} />)
}
