import type { Composed } from '../compose.ts'
import { features } from '../features.ts'
import type { App } from '../platform/app.ts'
import { type AddedJob, enqueue } from '../platform/db.ts'
import { letLettersGo } from './past.store.ts'

/** The program at instants of the past. Jobs wait here and run at their instants; letters go to nobody. */
export type Past = {
  readonly app: App
  now(): Date
  /** Goes forward to an instant. What waits until then runs on the way, each at its own instant. */
  travelTo(instant: Date): Promise<void>
  /** Hands what still waits to the real queue, for a world that goes on living. */
  release(): Promise<void>
  close(): Promise<void>
}

type Waiting = AddedJob & { readonly at: Date }

/** Opens the program at an instant. It reads and writes the same database, in the worker's role. */
export function openPast(program: Composed, startAt: Date): Past {
  let instant = startAt
  let waiting: readonly Waiting[] = []
  const composed = program.at(() => instant)
  const { worker } = composed

  const hold = (added: AddedJob) => {
    const others = waiting.filter(({ key }) => key === undefined || key !== added.key)
    waiting = [...others, { ...added, at: added.runAt && added.runAt > instant ? added.runAt : instant }]
  }
  const app: App = {
    ...worker,
    async transaction(scope, act, as) {
      const added: AddedJob[] = []
      const value = await worker.transaction(
        scope,
        async (tx) => {
          const result = await act(Object.assign(tx, { holdJob: (job: AddedJob) => void added.push(job) }))
          if (!as) await letLettersGo(tx)
          return result
        },
        as,
      )
      added.forEach(hold)
      return value
    },
    /** An act that is one statement is an act like the others here: a letter that it writes goes to nobody. */
    alone: (statement) =>
      app.transaction('everything', async (tx) => (await statement(instant.toISOString()).execute(tx)).rows),
  }

  return {
    app,
    now: () => instant,
    async travelTo(to) {
      for (let next = firstDue(waiting, to); next; next = firstDue(waiting, to)) {
        const job = next
        waiting = waiting.filter((each) => each !== job)
        instant = job.at
        await runJob(app, job)
      }
      instant = to > instant ? to : instant
    },
    async release() {
      const left = waiting
      waiting = []
      await worker.transaction('everything', async (tx) => {
        for (const { job, payload, at, key } of left)
          await enqueue(tx, job, payload, { runAt: at, ...(key ? { key } : {}) })
      })
    },
    close: composed.close,
  }
}

/** The earliest that is due by then; of one instant, the one that came first. */
const firstDue = (waiting: readonly Waiting[], to: Date): Waiting | undefined =>
  waiting
    .filter(({ at }) => at <= to)
    .reduce<Waiting | undefined>((first, each) => (first && first.at <= each.at ? first : each), undefined)

async function runJob(app: App, { job, payload }: AddedJob): Promise<void> {
  const does = features.jobs[job]
  if (!does) throw new Error(`no feature does the job ${job}`)
  const texts = Object.entries(payload).map(([name, value]) => [name, value === null ? '' : String(value)])
  await does(app, Object.fromEntries(texts))
}
