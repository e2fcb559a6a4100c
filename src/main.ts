import { fileURLToPath } from 'node:url';
import { restartAsPlanned } from './config/processo-node.js';

/** The door of the service. Nothing else is loaded before Node has the options of the role, since it may begin again. */
restartAsPlanned(fileURLToPath(import.meta.url));
await import('./atender.js');
