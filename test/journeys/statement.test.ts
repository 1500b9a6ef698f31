import { readFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sendToFinance, signCommitment } from '../../src/opportunities/commands.gates.ts'
import {
  arrangeDraft,
  arrangeInApproval,
  arrangeInReview,
  arrangePosted,
  arrangeReady,
  done,
} from '../arrange.opportunities.ts'
import { axeViolations, horizontalScroll, openBrowser, screenshot } from '../browser.ts'
import { type Cast, openWorld, type World } from '../world.ts'

let world: World
let browser: Browser
let styles: string
beforeAll(async () => {
  world = await openWorld()
  browser = await openBrowser()
  styles = (await Promise.all(['tokens.css', 'ui.css'].map((name) => readFile(`src/ui/${name}`, 'utf8')))).join('\n')
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

/** A page as this person gets it, laid out in the browser, and checked there. */
async function look(who: Cast, address: string, name: string, post?: Record<string, string>): Promise<void> {
  const person = world.as(world.staff[who])
  const { body } = post ? await person.post(address, post) : await person.get(address)
  for (const width of [360, 1280]) {
    const page = await browser.newPage({ viewport: { width, height: 900 } })
    await page.setContent(
      body.replace(/<link rel="stylesheet"[^>]*>/g, '').replace('</head>', `<style>${styles}</style></head>`),
    )
    expect([address, width, await horizontalScroll(page)]).toEqual([address, width, 0])
    if (width === 360) expect([address, await axeViolations(page)]).toEqual([address, []])
    await screenshot(page, `file-${name}-${width}`)
    await page.close()
  }
}

test('the pages of a file, from the draft to the posting, fit a phone and pass axe', async () => {
  const half = await arrangeDraft(world, { licence: '', title: { en: 'Fix a keyboard trap', fr: '' }, hours: null })
  await look('client', `/en/files/${half.id}/statement`, 'builder-en')
  await look('client', `/fr/dossiers/${half.id}/enonce`, 'builder-errors-fr', {
    seen: '2',
    price: '1e4',
    do: 'save',
    title_en: 'A',
  })
  await look('program', `/en/files/${half.id}/statement`, 'builder-stale-en', { seen: '1', do: 'save', title_en: 'B' })
  await look('client', `/fr/dossiers/${half.id}/verification`, 'readiness-fr')
  await look('client', `/en/files/${half.id}`, 'draft-en')

  const review = await arrangeInReview(world, { work: { en: 'Start from issue 412.', fr: '' } })
  await look('procurement', `/en/files/${review.id}/approval`, 'approval-en')
  await look('client', `/fr/dossiers/${review.id}/lancement`, 'initiation-fr')
  await look('program', `/en/files/${review.id}/translation`, 'translation-en')
  await look('program', `/en/files/${review.id}/preview`, 'preview-en')
  await look('program', `/fr/dossiers/${review.id}/retour`, 'return-fr')

  const approval = await arrangeInApproval(world)
  await look('section32', `/fr/dossiers/${approval.id}/engagement`, 'commitment-fr')
  done(await signCommitment(world.app, world.staff.section32, { id: approval.id }))
  done(await sendToFinance(world.app, world.staff.program, { id: approval.id }))
  await look('finance', `/en/files/${approval.id}/reservation`, 'reservation-en')
  await look('program', `/fr/dossiers/${approval.id}`, 'in-approval-fr')

  const ready = await arrangeReady(world)
  await look('program', `/en/files/${ready.id}`, 'ready-en')
  await look('program', `/en/files/${ready.id}/dates`, 'dates-en')

  const posted = await arrangePosted(world)
  await look('program', `/fr/dossiers/${posted.id}/report`, 'extension-fr')
  await look('procurement', `/en/files/${posted.id}/amendments`, 'amendment-en')
  await look('program', `/en/files/${posted.id}/withdrawal`, 'withdrawal-en')
})
