type Table = Record<string, Record<string, string>>
type StateOf<T extends Table> = keyof T & string
type ActionOf<T extends Table> = { [S in keyof T]: keyof T[S] & string }[keyof T]
type StatesWith<T extends Table, A extends string> = { [S in keyof T]: A extends keyof T[S] ? S : never }[keyof T] &
  string
type Closed<T extends Table> = { [S in keyof T]: { [A in keyof T[S]]: T[S][A] extends keyof T ? T[S][A] : never } }

/**
 * One lifecycle as one table: state -> action -> next state. A misspelt target does not compile.
 * Rules ask `allows` (which narrows the type of what they hold) and `after` (whose result the compiler knows).
 */
export function lifecycle<const T extends Table>(table: T & Closed<T>) {
  const states = Object.keys(table) as StateOf<T>[]
  return {
    table: table as T,
    states,
    /** Can this action be taken on this thing, in the state it is in? */
    allows<Thing extends { state: StateOf<T> }, A extends ActionOf<T>>(
      thing: Thing,
      action: A,
    ): thing is Thing & { state: StatesWith<T, A> } {
      return action in table[thing.state]
    },
    /** The state that follows. Only states that know the action are accepted. */
    after<A extends ActionOf<T>, S extends StatesWith<T, A>>(state: S, action: A): T[S][A] & string {
      return (table[state] as Record<string, string>)[action] as T[S][A] & string
    },
  }
}

export type StatesOf<L extends { states: readonly string[] }> = L['states'][number]
