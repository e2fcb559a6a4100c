/** The process's one pool of connections, TypeORM's own: for pg-boss and Mastra. */
export const POOL = Symbol('pool');
