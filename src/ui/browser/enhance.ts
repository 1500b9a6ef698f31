import { offerCopies } from './copy.ts'
import { countLive } from './counter.ts'
import { writeTogether } from './drafting.ts'
import { putDrafts } from './drafts.ts'
import { showRemaining } from './remaining.ts'

// Every page works without this. It counts words, says how long is left, saves drafts, and puts the focus on what is wrong.
countLive(document)
offerCopies(document)
putDrafts(document)
showRemaining(document, () => performance.timeOrigin + performance.now())
document.querySelector<HTMLElement>('[data-focus]')?.focus()
writeTogether(document)
