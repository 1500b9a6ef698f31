import { offerCopies } from './copy.ts'
import { countLive } from './counter.ts'
import { putDrafts } from './drafts.ts'
import { showRemaining } from './remaining.ts'
import { showServerClock } from './serverClock.ts'

// Every page works without this. It counts words, says how long is left, saves drafts, and puts the focus on what is wrong.
countLive(document)
offerCopies(document)
putDrafts(document)
const clock = showServerClock(
  document,
  () => performance.timeOrigin + performance.now(),
  () => showLeft(),
)
const showLeft = showRemaining(document, () => clock())
document.querySelector<HTMLElement>('[data-focus]')?.focus()
