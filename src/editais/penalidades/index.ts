export { readPenalidades } from './read-penalidades.js';
