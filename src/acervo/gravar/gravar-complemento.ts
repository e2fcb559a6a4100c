import type { EntityManager } from 'typeorm';
import { naoEncontrado } from '../../kernel/index.js';
import { cleanJson } from '../../storage/storage.module.js';
import { diffArquivos, diffItens, mergeArquivos, type CampoMudado } from '../domain/mudancas/index.js';
import type { ArquivoPublicado, Complemento } from '../domain/registro.js';
import { readArquivos, readItens } from '../read-complementos.js';
import { insertMudancas, trimVersoes } from './mudancas.js';
import { tellNovidades } from './novidades.js';

interface Lida {
  readonly versao: number;
  readonly mudada_em: Date;
  readonly dados: readonly unknown[] | null;
  readonly bruto: readonly unknown[] | null;
  readonly completo_em: Date | null;
}
/** What is written of a list: ours, PNCP's, and what changed since the one before (nothing when it is the first). */
interface Escrita {
  readonly dados: readonly unknown[];
  readonly bruto: readonly unknown[];
  readonly campos: readonly CampoMudado[];
}

/** Writes a list of items fetched at `vistaEm`. A list older than the kept one is left. @throws AlicitError `licitacao_fora_do_acervo`, `pncp_grande` */
export const gravarItens = (m: EntityManager, numero: string, crus: readonly unknown[], vistaEm: Date): Promise<void> =>
  gravar(m, { numero, parte: 'itens', vistaEm }, ({ bruto }) => {
    const antes = bruto && readItens(bruto);
    const depois = readItens(crus, new Map([...(antes ?? [])].map(([n, i]) => [n, i.bruto] as const)));
    const lidos = [...depois.values()];
    return { dados: lidos.map((i) => i.item), bruto: lidos.map((i) => i.bruto), campos: antes ? diffItens(antes, depois) : [] };
  });

/** Writes a list of files fetched at `vistaEm`, raw as PNCP lists them; the withdrawn stay known. @throws as `gravarItens` */
export const gravarArquivos = (m: EntityManager, numero: string, crus: readonly unknown[], vistaEm: Date): Promise<void> =>
  gravar(m, { numero, parte: 'arquivos', vistaEm }, ({ dados }) => {
    const antes = dados as readonly ArquivoPublicado[] | null;
    const depois = mergeArquivos(antes ?? [], readArquivos(crus));
    return { dados: depois, bruto: cleanJson(crus), campos: antes ? diffArquivos(antes, depois) : [] };
  });

async function gravar(m: EntityManager, { numero, parte, vistaEm }: { numero: string; parte: Complemento; vistaEm: Date }, escrever: (lida: Lida) => Escrita): Promise<void> {
  const [lida] = await m.query<Lida[]>(
    `select l.versao, l.mudada_em, c.dados, c.bruto, c.completo_em from alicit.acervo_licitacao l left join alicit.acervo_complemento c on c.numero = l.numero and c.parte = $2
     where l.numero = $1 for no key update of l`,
    [numero, parte],
  );
  if (!lida) throw naoEncontrado('licitacao_fora_do_acervo', 'A licitação não está no acervo: o registro vem antes dos itens e dos arquivos.', { numeroControlePNCP: numero });
  if (lida.completo_em && lida.completo_em > vistaEm) return;
  const { dados, bruto, campos } = escrever(lida);
  const versao = lida.versao + (campos.length ? 1 : 0);
  if (campos.length) await bump(m, numero, { parte, lida, versao, campos, vistaEm });
  const estado = lida.mudada_em > vistaEm && (await hasMudadoDesde(m, numero, vistaEm)) ? 'pendente' : 'completo';
  await m.query(
    `insert into alicit.acervo_complemento as c (numero, parte, estado, dados, bruto, total, para, completo_em, proxima_em) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)
     on conflict (numero, parte) do update set estado = excluded.estado, dados = excluded.dados, bruto = excluded.bruto, total = excluded.total, para = excluded.para,
       completo_em = excluded.completo_em, tentativas = 0, erro = null`,
    [numero, parte, estado, JSON.stringify(dados), JSON.stringify(bruto), dados.length, versao, vistaEm],
  );
  if (campos.length || !lida.completo_em) await tellNovidades(m, [numero]);
}

/** Whether the record itself changed after an instant: a list fetched before is kept, and fetched again. */
async function hasMudadoDesde(m: EntityManager, numero: string, vistaEm: Date): Promise<boolean> {
  const linhas = await m.query<unknown[]>(`select 1 from alicit.acervo_mudanca where numero = $1 and em > $2 and campo !~ '^(itens|arquivos)/' limit 1`, [numero, vistaEm]);
  return linhas.length > 0;
}

/** A list that changed makes a new version of the tender; what is kept of the former is the list as it was. */
async function bump(m: EntityManager, numero: string, o: { parte: Complemento; lida: Lida; versao: number; campos: readonly CampoMudado[]; vistaEm: Date }): Promise<void> {
  await m.query(`insert into alicit.acervo_versao (numero, versao, bruto, vista_em) values ($1, $2, $3, $4)`, [numero, o.lida.versao, JSON.stringify({ [o.parte]: o.lida.bruto }), o.lida.completo_em ?? o.vistaEm]);
  await trimVersoes(m, [numero]);
  await m.query(`update alicit.acervo_licitacao set versao = $2, mudada_em = greatest(mudada_em, $3) where numero = $1`, [numero, o.versao, o.vistaEm]);
  await insertMudancas(m, [{ numero, versao: o.versao, campos: o.campos }], o.vistaEm);
}
