import { AsyncLocalStorage } from 'node:async_hooks'

/** What a page that is being rendered for everybody says of itself, beside its bytes. */
export type Rendering = {
  /** True once the route has said that its page is the same for every visitor. Nothing else is kept. */
  same: boolean
  /** When the page changes by time alone. */
  until: Date | undefined
}

const renderings = new AsyncLocalStorage<Rendering>()

/** Runs a request of our own, whose answer is to be kept. */
export const renderForAll = <T>(rendering: Rendering, run: () => Promise<T>): Promise<T> =>
  renderings.run(rendering, run)

/** Is this request one of our own? Then what its answer says of itself goes here, and it is no visit. */
export const renderingForAll = (): Rendering | undefined => renderings.getStore()
