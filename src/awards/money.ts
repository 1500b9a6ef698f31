import type { Cents } from '../platform/money.ts'
import type { Policy } from '../policy/rules.ts'
import { taxOn } from '../policy/taxes.ts'
import type { Offer } from './rules.ts'

/** The price with the tax of a registered supplier. */
export const mostWithTax = (policy: Policy, offer: Pick<Offer, 'price' | 'deliveryDay'>): Cents =>
  taxOn(policy.placeOfSupply, offer.deliveryDay, offer.price, { exemptFrom: policy.exemptFrom }).withTax
