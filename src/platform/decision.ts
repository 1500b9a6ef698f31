/** What a rule answers: yes with the facts that follow from it, or no with one reason code. */
export type Decision<Value, Refusal extends string> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly because: Refusal }

export const yes = <Value>(value: Value): { ok: true; value: Value } => ({ ok: true, value })
export const no = <Refusal extends string>(because: Refusal): { ok: false; because: Refusal } => ({
  ok: false,
  because,
})
