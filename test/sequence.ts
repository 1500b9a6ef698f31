import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The longest first, so that no core waits at the end for a file that began last. */
const longest = ['journeys/pages', 'journeys/whole-path', 'journeys/', 'db/', 'draws/closing', 'measures/facts']

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((part) => moduleId.includes(part))
      return found < 0 ? longest.length : found
    }
    return files.toSorted((one, other) => place(one) - place(other))
  }
}
