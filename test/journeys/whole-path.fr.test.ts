import { test } from 'vitest'
import { wholePath } from './whole-path.ts'

test('un besoin est acheté en français, de la demande au paiement', () => wholePath({ language: 'fr' }))
