import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reporter, SerializedError, TestModule } from 'vitest/node'
import { rootFolder } from '../src/platform/root.ts'

/** Leaves the outcome for the last line of bin/test. A file that does not load and an error outside a test are failures. */
// biome-ignore lint/style/noDefaultExport: vitest loads a reporter by its default export
export default class Outcome implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      count.failed += module.errors().length
      for (const suite of module.children.allSuites()) count.failed += suite.errors().length
    }
    const skipped = count.skipped + count.pending
    const line = `${count.passed} passed, ${count.failed} failed${skipped ? `, ${skipped} skipped` : ''}\n`
    mkdirSync(join(rootFolder, 'test-results'), { recursive: true })
    writeFileSync(join(rootFolder, 'test-results', 'outcome'), line)
  }
}
