import { PRIORIDADE_DO_TRABALHO } from '../config/processo-node.js';

/** Runs first in a thread. On Linux the priority is of the thread that asks; elsewhere, and where it is refused, nothing changes. */
const CODIGO = `import{getPriority,setPriority}from'node:os';if(process.platform==='linux')try{setPriority(0,Math.max(getPriority(),${PRIORIDADE_DO_TRABALHO}))}catch{}`;

/** Options of a thread whose work can wait for whoever answers requests in the same process. */
export const opcoesEmFundo = (): { execArgv: string[] } => ({ execArgv: ['--import', `data:text/javascript,${encodeURIComponent(CODIGO)}`] });
