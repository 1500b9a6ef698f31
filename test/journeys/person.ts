import type { BrowserContext, Locator, Page } from 'playwright-core'
import { type Staff, staffRoles } from '../../src/accounts/rules.ts'
import { navigationFor } from '../../src/navigation.ts'
import { type Language, otherLanguage, type Text } from '../../src/platform/i18n.ts'
import { path } from '../../src/platform/paths.ts'
import { fieldTexts, languageNames } from '../../src/ui/texts.ts'

const everyRole: Staff = {
  ...{ kind: 'staff', id: '', name: '', email: '', departmentId: '', departmentCode: '', timeZone: 'America/Toronto' },
  roles: staffRoles,
}

/** What is on a thing: a pair of ours, read in the person's language, or words as they are. */
export type Said = Text | string
type Role = 'link' | 'button' | 'textbox' | 'checkbox' | 'radio' | 'combobox' | 'group' | 'heading'

/** One browser of one person, who finds things as people and screen readers do: by what they are and what they are called. */
export type Person = ReturnType<typeof personIn>

/** `arrive` looks at each page that the person gets to. */
export function personIn(
  context: BrowserContext,
  page: Page,
  { language, base, arrive }: { language: Language; base: string; arrive: (page: Page) => Promise<void> },
) {
  const t = (said: Said): string => (typeof said === 'string' ? said : said[language])
  const named = (role: Role, said: Said, within: Page | Locator = page.locator('main')) =>
    within.getByRole(role, { name: nameOf(t(said), t(fieldTexts.optional)) })

  const moved = async (act: Promise<unknown>) => {
    await act
    await arrive(page)
  }
  const press = (role: 'link' | 'button', said: Said, within?: Locator) =>
    moved(loaded(page, () => named(role, said, within).first().click()))

  return {
    ...{ context, page, language, t, named },
    /** Types an address: for where people begin, or what they kept. */
    open: (address: string) => moved(page.goto(address.startsWith('/') ? base + address : address)),
    follow: (said: Said, within?: Locator) => press('link', said, within),
    press: (said: Said, within?: Locator) => press('button', said, within),
    /** A link of the header, by the page that it leads to; its name may carry a count. */
    async navigate(pattern: string) {
      const href = path(pattern, language)
      const label = navigationFor(everyRole, language, '').find((link) => link.href === href)?.label ?? pattern
      const link = page.getByRole('banner').getByRole('link', { name: startOf(label) })
      await moved(loaded(page, () => link.click()))
    },
    fill: (said: Said, value: string, within?: Locator) => named('textbox', said, within).fill(value),
    tick: (said: Said, within?: Locator) => checked(named('checkbox', said, within)),
    choose: (question: Said, answer: Said) => checked(named('radio', answer, named('group', question))),
    select: (said: Said, option: string) => named('combobox', said).selectOption({ label: option }),
    unfold: (said: Said) =>
      page
        .locator('main summary')
        .filter({ hasText: startOf(t(said)) })
        .click(),
    /** Both halves of a field of a statement, one’s own first: the other is its translation. */
    async fillPair(said: Said, pair: Text) {
      for (const half of [language, otherLanguage(language)])
        await named('textbox', languageNames[half], named('group', said)).fill(pair[half])
    },
    /** The words of the page, as somebody reads them. */
    async reads(): Promise<string> {
      return plain(await page.locator('main').innerText())
    },
    /** Reloads until the page says this. */
    async waitsFor(said: Said, seconds = 20): Promise<void> {
      const wanted = plain(t(said))
      const until = performance.now() + seconds * 1_000
      for (;;) {
        if (plain(await page.locator('main').innerText()).includes(wanted)) return arrive(page)
        if (performance.now() > until)
          throw new Error(`“${wanted}” never came at ${page.url()}: ${await pageText(page)}`)
        await page.waitForTimeout(200)
        await page.reload({ waitUntil: 'load' })
      }
    },
    /** The file behind a link, or behind a button. */
    downloads: (said: Said) => downloaded(page, () => named('link', said).click()),
    saves: (said: Said) => downloaded(page, () => named('button', said).click()),
  }
}

/** Text with its spaces evened out. */
export const plain = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

/** By the keyboard: a tile is covered by its label, which a pointer would hit. */
export async function checked(input: Locator): Promise<void> {
  if (await input.isChecked()) return
  await input.press('Space')
  if (!(await input.isChecked())) throw new Error(`${input} stays as it was`)
}

async function loaded(page: Page, act: () => Promise<void>): Promise<void> {
  const load = page.waitForEvent('load', { timeout: 15_000 })
  try {
    await Promise.all([load, act()])
  } catch (error) {
    load.catch(() => undefined) // the click that should have led on is what failed
    throw new Error(`at ${page.url()}: ${await pageText(page)}`, { cause: error })
  }
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()])
  const chunks: Buffer[] = []
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

const pageText = async (page: Page): Promise<string> => plain(await page.locator('main').innerText()).slice(0, 1_500)

/** As part of a regular expression, with any space where there is one. */
export const patternOf = (text: string): string =>
  plain(text)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replaceAll(' ', '\\s+')
const nameOf = (text: string, optional: string): RegExp =>
  new RegExp(`^\\s*${patternOf(text)}(\\s+${patternOf(optional)})?\\s*$`)
const startOf = (text: string): RegExp => new RegExp(`^\\s*${patternOf(text)}`)
