export { parseConfig, readConfig, requireBanco, runsJobs, servesApi, type Config } from './config.js';
export { ConfigModule } from './config.module.js';
export { CONFIG } from './token.js';
