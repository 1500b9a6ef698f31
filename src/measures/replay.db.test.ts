import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openProgram } from '../../test/program.ts'
import type { Composed } from '../compose.ts'
import { rootFolder } from '../platform/root.ts'
import { programmeFrom, readProgrammeFiles } from './programme.ts'
import { replay } from './replay.ts'
import { reportJson } from './report.formats.ts'
import { closeoutReport } from './report.ts'

let program: Composed
beforeAll(async () => {
  program = await openProgram()
})
afterAll(() => program.close())

test('replay', async () => {
  const files = await readProgrammeFiles(join(rootFolder, 'examples/pilot'))
  const programme = files && programmeFrom(files)
  if (!programme || !('department' in programme)) throw new Error(JSON.stringify(programme))
  const t = performance.now()
  const { departmentId } = await replay(program, programme, (line) => console.log(line))
  console.log(performance.now() - t)
  const json = reportJson(await closeoutReport(program.worker, departmentId), 'en')
  const { writeFileSync } = await import('node:fs')
  writeFileSync('/tmp/report.json', JSON.stringify(json))
  expect(json.department).toBe('ESDC')
})
