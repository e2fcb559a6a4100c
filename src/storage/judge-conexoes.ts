import type { ConexoesDoProcesso } from '../config/index.js';
import type { Servidor } from './read-servidor.js';

/** Whether the connections of the service fit in its database. `mensagem`, in Portuguese, says which variable to change; null when all fits. */
export interface ContaDeConexoes {
  readonly situacao: 'cabe' | 'apertado' | 'impossivel' | 'desconhecido';
  /** Of one process, and of all. */
  readonly porProcesso: number;
  readonly total: number;
  readonly mensagem: string | null;
}

const DE_QUEM: Readonly<Record<Servidor['limitadoPor'], string>> = {
  max_connections: 'max_connections menos as reservadas', papel: 'limite do papel: alter role … connection limit', banco: 'limite do banco: alter database … connection limit',
};
/** The smallest pool the service takes (`ALICIT_BANCO_CONEXOES`). */
const MENOR_POOL = 2;

/**
 * @param processos how many share the database, this one included; all are taken to be like this one
 * @param pooler between them and the server is a pooler: what the server offers is then the pooler's, and of the pooler nothing is known
 */
export function judgeConexoes(deUm: ConexoesDoProcesso, processos: number, { disponiveis, limitadoPor }: Pick<Servidor, 'disponiveis' | 'limitadoPor'>, pooler: boolean): ContaDeConexoes {
  const porProcesso = deUm.total;
  const total = porProcesso * processos;
  const conta = { porProcesso, total };
  if (pooler) {
    return { ...conta, situacao: 'desconhecido', mensagem: `Atrás de um pooler não há como saber quantas conexões ele oferece. ${sayTotal(processos, porProcesso, total)} com ele: confira no pgbouncer max_client_conn (pelo menos ${total}) e default_pool_size (as que ele mantém com o banco, que oferece ${disponiveis}).` };
  }
  if (total <= disponiveis) return { ...conta, situacao: 'cabe', mensagem: null };
  const oferece = `o banco oferece ${disponiveis} (${DE_QUEM[limitadoPor]})`;
  const fora = porProcesso - deUm.banco.pool;
  if (porProcesso > disponiveis) {
    const pool = disponiveis - fora;
    return { ...conta, situacao: 'impossivel', mensagem: `Este processo usa até ${porProcesso} conexões, e ${oferece}. ${pool >= MENOR_POOL ? `Defina ALICIT_BANCO_CONEXOES=${pool} ou menos (hoje ${deUm.banco.pool}), ou aumente esse limite.` : 'Aumente esse limite, ou ponha um pooler (ALICIT_BANCO_POOLER=1).'}` };
  }
  const pool = Math.floor(disponiveis / processos) - fora;
  const menor = pool >= MENOR_POOL ? `defina ALICIT_BANCO_CONEXOES=${pool} ou menos em todos (hoje ${deUm.banco.pool}), ` : '';
  return { ...conta, situacao: 'apertado', mensagem: `${sayTotal(processos, porProcesso, total)}, e ${oferece}: sob carga, umas falharão. Para caberem, ${menor}diminua os processos (ALICIT_PROCESSOS diz quantos são), aumente esse limite, ou ponha um pooler (ALICIT_BANCO_POOLER=1).` };
}

const sayTotal = (processos: number, porProcesso: number, total: number): string => (processos === 1 ? `Este processo abre até ${porProcesso} conexões` : `${processos} processos abrem até ${total} conexões (${porProcesso} cada)`);
