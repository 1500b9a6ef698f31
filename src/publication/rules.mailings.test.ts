import { describe, expect, test } from 'vitest'
import type { Staff } from '../accounts/rules.ts'
import { gone, type HeldMailing, type MailingRefusal, mailingLifecycle, minutesLeft, steer } from './rules.mailings.ts'

const program: Staff = {
  ...{ kind: 'staff', id: 'p', name: 'Paul', email: 'p@example.ca', departmentId: 'd', departmentCode: 'DW' },
  ...{ timeZone: 'America/Toronto', roles: ['program_team'] },
}
const mailing: HeldMailing = { id: 'm', departmentId: 'd', state: 'going' }

const refused: Record<MailingRefusal, Parameters<typeof steer>> = {
  unknown_mailing: [undefined, program, 'hold'],
  not_allowed: [mailing, { ...program, roles: ['client'] }, 'hold'],
  wrong_state: [{ ...mailing, state: 'stopped' }, program, 'go_on'],
}

describe('a mailing', () => {
  test.each(Object.entries(refused))('is not steered: %s', (because, given) => {
    expect(steer(...given)).toEqual({ ok: false, because })
  })

  test('is held and goes on, and twice is once', () => {
    expect(steer(mailing, program, 'hold')).toEqual({ ok: true, value: { state: 'paused', changed: true } })
    const paused = { ...mailing, state: 'paused' as const }
    expect(steer(paused, program, 'hold')).toEqual({ ok: true, value: { state: 'paused', changed: false } })
    expect(steer(paused, program, 'go_on')).toEqual({ ok: true, value: { state: 'going', changed: true } })
    expect(mailingLifecycle.after('paused', 'stop')).toBe('stopped')
  })

  test('has so many letters gone, and so long to go', () => {
    const progress = { readers: 100_000, written: true, waiting: 60_001, refused: 3 }
    expect(gone(progress)).toBe(39_996)
    expect(minutesLeft(progress, 20)).toBe(51)
    expect(minutesLeft({ ...progress, waiting: 0 }, 20)).toBe(0)
  })
})
