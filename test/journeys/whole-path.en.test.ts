import { test } from 'vitest'
import { wholePath } from './whole-path.ts'

test('a need is bought in English, from the request to the payment', () => wholePath({ language: 'en' }))
