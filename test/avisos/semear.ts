import { gzipSync } from 'node:zlib';
import { AcervoService } from '../../src/acervo/acervo.module.js';
import { EventosService } from '../../src/eventos/eventos.module.js';
import { newId } from '../../src/storage/index.js';
import { numeroDe, registro } from '../acervo/apoio.js';
import type { AppDeTeste, Cliente } from '../support/app.js';

let cnpjs = 0;

/** A company of the client. */
export async function semearEmpresa({ fonte }: AppDeTeste, { organizacaoId }: Cliente, perfil: object = {}): Promise<string> {
  const id = newId('emp');
  const cnpj = String(11222333000100 + ++cnpjs);
  await fonte.query('insert into alicit.empresa (id, organizacao_id, cnpj, perfil) values ($1, $2, $3, $4)', [id, organizacaoId, cnpj, JSON.stringify({ cnpj, descricao: 'Móveis', razaoSocial: 'Móveis & Cia', ...perfil })]);
  return id;
}

/** A tender of the collection: a record of ours in PNCP's shape. @param mudanca fields of PNCP, and when it was seen */
export async function semearAcervo(t: AppDeTeste, sequencial: number, vistaEm: Date, mudanca: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { invalidas } = await t.app.get(AcervoService).receive([registro(sequencial, { dataAtualizacaoGlobal: vistaEm.toISOString().slice(0, 19), ...mudanca })], { origem: 'importacao', vistaEm });
  if (invalidas.length) throw new Error(JSON.stringify(invalidas));
  return numeroDe(sequencial);
}

/** A match that arrived. */
export const semearNova = ({ fonte }: AppDeTeste, { organizacaoId }: Cliente, empresaId: string, numero: string, topico = 0.8) =>
  fonte.query('insert into alicit.recomendacao_nova (empresa_id, numero, organizacao_id, topico) values ($1, $2, $3, $4)', [empresaId, numero, organizacaoId, topico]);

/** The organisation's own record of a tender. */
export async function semearLicitacao({ fonte }: AppDeTeste, { organizacaoId }: Cliente, numero: string, em: Date): Promise<string> {
  const id = newId('lic');
  await fonte.query(`insert into alicit.licitacao (id, organizacao_id, numero_controle_pncp, origem, atualizada_em) values ($1, $2, $3, 'pncp', $4)`, [id, organizacaoId, numero, em]);
  return id;
}

/** An analysis that ended, with its result as the stages leave it. */
export async function semearAnalise(t: AppDeTeste, { organizacaoId }: Cliente, de: { readonly empresaId: string; readonly licitacaoId: string; readonly em: Date; readonly prazos: readonly object[] }): Promise<string> {
  const id = newId('ana');
  await t.fonte.query(`insert into alicit.trabalho (chave, etapa, organizacao_id, resultado, sha256) values ($1, 'julgar', $2, $3, 'x')`, [`julgar:${id}`, organizacaoId, gzipSync(JSON.stringify({ prazos: de.prazos, estado: 'ABERTA' }))]);
  await t.fonte.query(
    `insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow, resultado, julgada_em, terminada_em) values ($1, $2, $3, $4, $1, '{}', 'concluida', '1', $5, $6, $6)`,
    [id, organizacaoId, de.empresaId, de.licitacaoId, `julgar:${id}`, de.em],
  );
  await t.fonte.transaction((m) => t.app.get(EventosService).record(m, { organizacaoId, analiseId: id, tipo: 'analise.concluida', dados: {} }));
  return id;
}

/** A deadline as an analysis has it. */
export const prazoDaAnalise = (id: string, vinculante: string) => ({ id, vinculante, evidencias: [{ documento: 'edital.pdf', pagina: 4, trecho: 'até três dias úteis antes' }], dispositivo: 'art. 164 da Lei 14.133/2021' });
