import { type CrashRound, prepareCrashes, type Victim } from '../crash.ts'

/**
 * Kills the server and PostgreSQL by turns while people apply: `bin/soak crash [rounds]`, 50 rounds by default. Ends
 * with 1 when an acknowledged application is lost or doubled.
 */
const rounds = Number(process.argv[2] ?? 50)
const victims: Victim[] = ['server', 'postgres']
const crashing = await prepareCrashes()
const done: CrashRound[] = []
try {
  for (let round = 0; round < rounds; round += 1) {
    const outcome = await crashing.round(victims[round % 2] ?? 'server')
    done.push(outcome)
    say(`${round + 1}/${rounds}`, outcome)
  }
  const end = await crashing.finish()
  for (const victim of victims) say(victim, summary(done.filter((round) => round.victim === victim)))
  say('at closing', end)
  const bad = done.reduce((sum, { lost, doubled }) => sum + lost + doubled, end.missing)
  process.exitCode = bad === 0 ? 0 : 1
} finally {
  await crashing.stop()
}

function summary(some: readonly CrashRound[]) {
  const sum = (of: (round: CrashRound) => number) => some.reduce((total, round) => total + of(round), 0)
  const back = some.map(({ backMs }) => backMs).sort((a, b) => a - b)
  return {
    rounds: some.length,
    acknowledged: sum(({ acknowledged }) => acknowledged),
    retried: sum(({ retried }) => retried),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    backMedianMs: back[Math.floor(back.length / 2)],
    backMostMs: back.at(-1),
  }
}

function say(head: string, facts: object): void {
  const words = Object.entries(facts).map(([name, value]) => `${name} ${value}`)
  process.stdout.write(`${head}: ${words.join(', ')}\n`)
}
