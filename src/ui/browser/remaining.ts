const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export type Sentences = { days: string; hours: string; minutes: string; none: string }

/**
 * How long is left, in the largest whole unit, rounded down: never more than there is. Sentences are `one|many`.
 * French counts in the plural from two, English from anything but one.
 */
export function remaining(left: number, sentences: Sentences, language: string): string {
  if (left <= 0) return sentences.none
  const [size, sentence] =
    left >= 2 * DAY ? [DAY, sentences.days] : left >= 2 * HOUR ? [HOUR, sentences.hours] : [MINUTE, sentences.minutes]
  const count = Math.floor(left / size)
  const [one = '', many = ''] = sentence.split('|')
  const single = language.startsWith('fr') ? count < 2 : count === 1
  return (single ? one : many).replace('{n}', String(count))
}

/** Adds how long is left beside each closing, once a minute; and whenever what it answers is called. */
export function showRemaining(root: ParentNode, clock: () => number): () => void {
  const closings = [...root.querySelectorAll<HTMLElement>('[data-closes]')]
  const told = closings.map((closing) => {
    const text = closing.ownerDocument.createElement('span')
    text.className = 'left'
    closing.after(text)
    return text
  })
  const show = () => {
    closings.forEach((closing, place) => {
      const { closes = '', leftDays = '', leftHours = '', leftMinutes = '', leftNone = '' } = closing.dataset
      const sentences = { days: leftDays, hours: leftHours, minutes: leftMinutes, none: leftNone }
      const left = Date.parse(closes) - clock()
      const text = told[place]
      if (text) text.textContent = ` (${remaining(left, sentences, document.documentElement.lang)})`
    })
  }
  if (closings.length > 0) {
    show()
    window.setInterval(show, MINUTE)
  }
  return show
}
