export { parseConfig, readConfig, requireBanco, runsJobs, servesApi, type Config } from './config.js';
export type { ConfigArquivos, ConfigS3 } from './arquivos.js';
export type { ConfigEmail, ConfigSmtp } from './email.js';
export { ConfigModule } from './config.module.js';
export { Segredo } from './segredo.js';
export { CONFIG } from './token.js';
export { silenceTelemetria } from './telemetria.js';
export { parseModalidades, parseUfs, type ConfigSincronizacao } from './sincronizacao.js';
export type { ConfigModelos, ConfigVetores } from './modelos.js';
