/** Takes one of a list, by chance. */
export type Picker = <T>(list: T[]) => T

export const openPick =
  (random: () => number): Picker =>
  <T>(list: T[]) =>
    list[Math.floor(random() * list.length)] as T
