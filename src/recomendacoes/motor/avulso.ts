import type { Empresa } from '../../empresas/index.js';
import { compileTexto, packTexto } from '../index.js';
import type { Candidata } from '../ordenar/tipos.js';
import { DIA_MS, SEM_DATA_DIAS, type Ambiente } from './ambiente.js';
import { assinar } from './assinar.js';
import { choose } from './calcular.js';
import { withCliente, type Cliente } from './cliente.js';
import { estadoDe } from './estado.js';
import { toTexto } from './gravar-textos.js';
import { IndiceVivo } from './indice-vivo.js';
import { beneficioDe } from './me-epp.js';
import { perfilHash } from './perfil-hash.js';
import { openPerfil } from './perfis.js';
import type { TextoGuardado } from './texto-guardado.js';

const LOTE = 1000;

export interface PedidoAvulso {
  readonly ambiente: Ambiente;
  readonly organizacaoId: string;
  readonly empresaId: string;
  /** Milliseconds: what was open at some time between the two. */
  readonly de: number;
  readonly ate: number;
}

/** A list that is not kept. `cortada`: there was more than is looked through, or than is kept. */
export interface ListaAvulsa {
  readonly candidatas: readonly Candidata[];
  readonly cortada: boolean;
}

interface Fonte extends Omit<Candidata, 'topico' | 'excluida' | 'meEpp' | 'assinatura'> {
  readonly objeto: string | null;
  readonly itens: readonly { readonly numero: number; readonly descricao: string; readonly beneficio: string | null }[] | null;
}

/** What was open at a past moment, of which no texts are kept: read, compiled and matched for one company, and forgotten. */
export function casarAvulso({ ambiente, organizacaoId, empresaId, de, ate }: PedidoAvulso): Promise<ListaAvulsa> {
  return withCliente(ambiente, async (c) => {
    const { rows: [empresa] } = await c.query<{ perfil: Empresa }>('select perfil from alicit.empresa where organizacao_id = $1 and id = $2', [organizacaoId, empresaId]);
    if (!empresa) return { candidatas: [], cortada: false };
    const estado = estadoDe(ambiente);
    const { indice, lidas, cheio } = await readTudo(c, { de, ate, maxTextos: ambiente.limites.maxTextos });
    const guardada = (await estado.refreshEstatistica(c)).estatistica;
    const estatistica = guardada.textos >= indice.total ? guardada : indice.count();
    const hash = perfilHash(empresa.perfil);
    const perfil = estado.perfis.get(hash) ?? estado.perfis.put(hash, empresa.perfil);
    const { ficam, cortada } = choose(indice.search(openPerfil(perfil), estatistica, { minimo: ambiente.limites.minimo, top: ambiente.limites.maxPorEmpresa * 2 }), perfil, ambiente);
    return {
      cortada: cortada || cheio,
      candidatas: ficam.map(({ numero, topico, excluida }): Candidata => {
        const { meEpp, objeto, itens: _, ...resto } = lidas.get(numero)!;
        return { ...resto, topico, excluida, meEpp, assinatura: assinar(compileTexto({ objeto: objeto ?? '' }), estatistica) };
      }),
    };
  });
}

type Lida = Omit<Fonte, 'itens'> & { readonly itens: null; readonly meEpp: Candidata['meEpp'] };

/** Those that tell their closing, by it, then those that do not; without what only the compiling needs. */
async function readTudo(c: Cliente, { de, ate, maxTextos }: { readonly de: number; readonly ate: number; readonly maxTextos: number }): Promise<{ readonly indice: IndiceVivo; readonly lidas: ReadonlyMap<string, Lida>; readonly cheio: boolean }> {
  const textos: TextoGuardado[] = [];
  const lidas = new Map<string, Lida>();
  for (const read of [readComData, readSemData]) {
    for (let ultima: Fonte | null = null; textos.length < maxTextos; ) {
      const rows: readonly Fonte[] = await read(c, de, ate, ultima);
      for (const f of rows) {
        textos.push({ numero: f.numero, revisao: textos.length + 1, compilado: packTexto(compileTexto(toTexto(f))), uf: f.uf, encerramento: null });
        lidas.set(f.numero, { ...f, itens: null, meEpp: beneficioDe(f.itens ?? []) });
      }
      if (rows.length < LOTE) break;
      ultima = rows.at(-1)!;
    }
  }
  const indice = new IndiceVivo();
  indice.add(textos);
  return { indice, lidas, cheio: textos.length >= maxTextos };
}

const CAMPOS = `l.numero, l.dados ->> 'objeto' as objeto, i.dados as itens, l.uf, l.codigo_ibge as "codigoIbge", l.modalidade_id as "modalidadeId", l.valor::text as valor, l.situacao, l.duplicidade,
  extract(epoch from l.publicacao)::float8 * 1000 as publicacao, extract(epoch from l.encerramento)::float8 * 1000 as encerramento
  from alicit.acervo_licitacao l left join alicit.acervo_complemento i on i.numero = l.numero and i.parte = 'itens'`;

async function readComData(c: Cliente, de: number, ate: number, ultima: Fonte | null): Promise<Fonte[]> {
  const { rows } = await c.query<Fonte>(
    `select ${CAMPOS} where (l.encerramento, l.numero) > ($1, $2) and (l.publicacao <= $3 or l.publicacao is null) order by l.encerramento, l.numero limit $4`, [new Date(ultima?.encerramento ?? de), ultima?.numero ?? '', new Date(ate), LOTE],
  );
  return rows;
}

async function readSemData(c: Cliente, de: number, ate: number, ultima: Fonte | null): Promise<Fonte[]> {
  const { rows } = await c.query<Fonte>(
    `select ${CAMPOS} where l.encerramento is null and l.numero > $1 and l.publicacao >= $2 and l.publicacao <= $3 order by l.numero limit $4`, [ultima?.numero ?? '', new Date(de - SEM_DATA_DIAS * DIA_MS), new Date(ate), LOTE],
  );
  return rows;
}
