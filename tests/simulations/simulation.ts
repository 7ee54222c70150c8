/** One round of a simulation: everything that happens in it comes from the seed. `line` says what it came to. */
export type Simulation = (seed: number) => Promise<{passed: boolean; line: string}>

/** Numbers from 0 up to 1, the same for the same seed. */
export {seededChance as seeded} from '../../lake/chance.ts'
