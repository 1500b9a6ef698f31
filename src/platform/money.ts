/** Whole cents of Canadian dollars. Money is never a float. */
export type Cents = number & { readonly __unit: 'cents' }
export const cents = (amount: number): Cents => amount as Cents
/** A literal amount in dollars, as whole cents (half up). */
export const dollars = (amount: number): Cents => Math.round(amount * 100) as Cents
