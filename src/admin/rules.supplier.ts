import type { Day } from '../platform/day.ts'

/** What a supplier has in hand after the choice, for one application: the furthest point it has reached. */
export type InHandState =
  | { readonly kind: 'offer'; readonly id: string; readonly state: 'made' | 'accepted'; readonly respondBy: Date }
  | {
      readonly kind: 'contract'
      readonly id: string
      readonly state: 'in_progress' | 'delivered' | 'revision_asked' | 'accepted' | 'terminated'
      readonly deliveryDay: Day | undefined
    }
  | {
      readonly kind: 'invoice'
      readonly id: string
      readonly state: 'drafted' | 'sent' | 'returned' | 'certified' | 'entered' | 'paid'
    }
export type InHand = InHandState & { readonly applicationId: string; readonly zone: string }
