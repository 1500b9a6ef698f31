import { findDepartmentByCode } from '../accounts/store.ts'
import type { Composed } from '../compose.ts'
import { settleWaterways, waterways } from './demo.people.ts'

/** Loads the demonstration world once: when its department is there already, nothing is touched. */
export async function loadDemoWorld(program: Composed, say: (line: string) => void): Promise<void> {
  const { worker } = program
  if (await worker.read('everything', (tx) => findDepartmentByCode(tx, waterways.code))) return
  say('Loading the demonstration world… / Chargement du monde de démonstration…')
  await settleWaterways(worker)
}
