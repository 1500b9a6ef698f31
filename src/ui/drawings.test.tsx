import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { htmlErrors } from '../../test/html.ts'
import { remaining } from './browser/remaining.ts'
import { Funnel, StepChart } from './drawings.tsx'
import { DrawPicture, spread } from './pictures.tsx'
import { ProcurementTimeline, waitingOf } from './timeline.tsx'

const text = { language: 'en', title: 'Steps', description: 'One step ran over.', unit: 'Business days.' } as const

test('a chart has a title, a description and the same figures in a table', async () => {
  const html = renderToString(
    <StepChart
      {...text}
      steps={[
        { name: 'Statement', estimate: 5, actual: 9, soleSource: 20 },
        { name: 'Work', estimate: 5 },
      ]}
    />,
  )
  expect(html).toContain('aria-labelledby="steps-title steps-desc"')
  expect(html).toContain('<rect class="g-act" x="1" y="28" width="25%"')
  expect(html).toContain('<rect class="g-bad" x="25%" y="28" width="20%"')
  expect(html).toContain('<span class="badt">+4</span>')
  expect(await htmlErrors(html)).toEqual([])
})

test('what nobody measured is N/A, never 0', () => {
  const html = renderToString(<StepChart {...text} steps={[{ name: 'Work' }]} />)
  expect(html.match(/>N\/A</g)).toHaveLength(5)
  expect(html).not.toContain('>0</div>')
})

test('in a timeline each step begins where the one before it ended', () => {
  const html = renderToString(
    <ProcurementTimeline
      {...text}
      steps={[
        { name: 'A', estimate: 5, actual: 10, state: 'past' },
        { name: 'B', estimate: 5, actual: 5, state: 'now' },
        { name: 'C', estimate: 10, state: 'later' },
      ]}
    />,
  )
  expect(html).toContain('<rect class="g-est" x="25%" y="99" width="25%"')
  expect(html).toContain('<rect class="g-run" fill="url(#timeline-run)" x="50%" y="112" width="25%"')
  expect(html).toContain('<pattern id="timeline-run"')
})

test('a timeline says how much of a step was work, and how much was waiting', async () => {
  const html = renderToString(
    <ProcurementTimeline
      {...text}
      steps={[
        { name: 'A', estimate: 5, actual: 10, working: 2.5, state: 'past' },
        { name: 'B', estimate: 5, actual: 7, state: 'now' },
      ]}
    />,
  )
  expect(html).toContain('<rect class="g-work"')
  expect(html).toContain('<rect class="g-over" fill="url(#timeline-over)"')
  expect(html).toMatch(/data-l="Worked"><div>2\.5<[\s\S]*data-l="Waiting"><div>7\.5</)
  expect(waitingOf({ actual: 1, working: 3 })).toBe(0)
  expect(waitingOf({ actual: 1 })).toBeUndefined()
  expect(await htmlErrors(html)).toEqual([])
})

test('a suppressed count is a word and has no bar', () => {
  const html = renderToString(
    <Funnel
      language="en"
      title="T"
      description="D."
      stages={[
        { name: 'A', count: 10 },
        { name: 'B', count: 'suppressed' },
      ]}
    />,
  )
  expect(html.match(/g-act/g)).toHaveLength(1)
  expect(html.match(/suppressed/g)).toHaveLength(2)
})

test('circles keep their order, their distance and their line', () => {
  expect(spread([10, 50], { gap: 5, from: 0, to: 100 })).toEqual([10, 50])
  expect(spread([10, 11, 12], { gap: 5, from: 0, to: 100 })).toEqual([10, 15, 20])
  expect(spread([98, 99, 100], { gap: 5, from: 0, to: 100 })).toEqual([90, 95, 100])
  expect(spread([1, 2, 3], { gap: 80, from: 0, to: 100 })).toEqual([0, 50, 100])
  expect(spread([], { gap: 5, from: 0, to: 100 })).toEqual([])
})

test.each([0, 1, 2, 10, 60])('a draw of %i is drawn whole, and is valid', async (count) => {
  const ingredient = {
    head: 'Sealed',
    why: 'before',
    when: 'then',
    said: 'Before, then.',
    shows: { kind: 'envelopes', count },
  } as const
  const html = renderToString(
    <DrawPicture
      language="en"
      description="A line."
      ingredients={[ingredient, { ...ingredient, head: 'B' }, { ...ingredient, head: 'C' }]}
      places={Array.from({ length: count }, (_, index) => ({
        rank: index + 1,
        token: `T${index}`,
        place: (index / 60) * 100,
      }))}
    />,
  )
  expect(await htmlErrors(html)).toEqual([])
  expect(html.match(/g-lit/g)?.length ?? 0).toBe(count === 0 ? 0 : 2)
  expect(html).not.toMatch(/NaN|Infinity|undefined/)
})

const sentences = {
  days: '{n} day|{n} days',
  hours: '{n} hour|{n} hours',
  minutes: '{n} minute|{n} minutes',
  none: 'closed',
}
const hours = (count: number) => count * 3_600_000

test.each<[number, string, string]>([
  [hours(24 * 7 + 9), 'en', '7 days'],
  [hours(48), 'en', '2 days'],
  [hours(48) - 1, 'en', '47 hours'],
  [hours(2), 'en', '2 hours'],
  [hours(2) - 1, 'en', '119 minutes'],
  [60_000, 'en', '1 minute'],
  [59_999, 'en', '0 minutes'],
  [59_999, 'fr-CA', '0 minute'],
  [0, 'en', 'closed'],
  [-1, 'en', 'closed'],
])('of %i ms, in %s, "%s" are left: never more than there is', (left, language, said) => {
  expect(remaining(left, sentences, language)).toBe(said)
})
