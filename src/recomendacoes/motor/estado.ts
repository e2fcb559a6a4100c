import type { Ambiente } from './ambiente.js';
import { DIA_MS } from './ambiente.js';
import type { Cliente } from './cliente.js';
import { isVelha, NENHUMA, readEstatistica, writeEstatistica, type EstatisticaNumerada } from './estatisticas.js';
import { IndiceVivo } from './indice-vivo.js';
import { Perfis } from './perfis.js';
import type { TextoGuardado } from './texto-guardado.js';
import { VERSAO_MOTOR } from './versao.js';

const LOTE = 5000;

interface LinhaTexto {
  readonly numero: string;
  readonly revisao: string;
  readonly compilado: Buffer;
  readonly uf: string | null;
  readonly encerramento: number;
}

/** What a thread remembers between tasks: of one database, for as long as it lives. */
export class Estado {
  readonly indice = new IndiceVivo();
  readonly perfis: Perfis;
  estatistica: EstatisticaNumerada = NENHUMA;

  constructor(private readonly ambiente: Ambiente) {
    this.perfis = new Perfis(ambiente.limites.maxPerfis);
  }

  async refreshEstatistica(c: Cliente): Promise<EstatisticaNumerada> {
    return (this.estatistica = await readEstatistica(c, this.estatistica));
  }

  /** Reads what changed since the last time; counts the words again when the texts are no longer those they were counted over. */
  async refreshIndice(c: Cliente, agora: number): Promise<void> {
    const { indice, ambiente: { limites: { diasEncerradas, maxTextos } } } = this;
    const limite = agora - diasEncerradas * DIA_MS;
    indice.clean(limite);
    while (indice.total < maxTextos) {
      const textos = await readTextos(c, indice.revisao, limite, LOTE);
      indice.add(textos);
      if (textos.length < LOTE) break;
    }
    await this.refreshEstatistica(c);
    if (isVelha(this.estatistica, indice.total, agora)) this.estatistica = await writeEstatistica(c, this.estatistica, indice.count());
  }
}

async function readTextos(c: Cliente, revisao: number, limite: number, quantos: number): Promise<TextoGuardado[]> {
  const { rows } = await c.query<LinhaTexto>(
    `select t.numero, t.revisao, t.compilado, t.uf, extract(epoch from t.encerramento)::float8 * 1000 as encerramento
     from alicit.recomendacao_texto t where t.revisao > $1 and t.motor = $2 and t.encerramento >= $3 order by t.revisao limit $4`, [revisao, VERSAO_MOTOR, new Date(limite), quantos],
  );
  return rows.map((r) => ({ numero: r.numero, revisao: Number(r.revisao), compilado: r.compilado, uf: r.uf, encerramento: r.encerramento === Infinity ? null : r.encerramento }));
}

const estados = new Map<string, Estado>();

/** The memory of this thread about a database; one at a time is remembered. */
export function estadoDe(ambiente: Ambiente): Estado {
  const chave = JSON.stringify([ambiente.url, ambiente.limites]);
  let estado = estados.get(chave);
  if (!estado) {
    estados.clear();
    estados.set(chave, (estado = new Estado(ambiente)));
  }
  return estado;
}
