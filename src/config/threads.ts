import { availableParallelism } from 'node:os';

const MB = 1024 * 1024;
/** Containers of 512 MB, with room for how it is counted. */
const POUCA_MEMORIA = 600 * MB;

/**
 * Threads of a kind when nobody says how many: one each processor, up to `maximo`; one alone where the process may have
 * little memory, since each holds about 60 MB while it reads. `memoria`: what its container may have, bytes; 0: no limit.
 */
export const computeThreads = (maximo: number, nucleos: number, memoria: number): number => (memoria > 0 && memoria <= POUCA_MEMORIA ? 1 : Math.min(maximo, nucleos));

/** The same, of this machine. */
export const threadsDaqui = (maximo: number): number => computeThreads(maximo, availableParallelism(), process.constrainedMemory());
