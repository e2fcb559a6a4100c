import type { EntityManager } from 'typeorm';
import { naoEncontrado } from '../../kernel/index.js';
import type { Licitacao } from '../domain/licitacao.js';
import type { Pagina } from '../../storage/storage.module.js';

/** What a list asks for; all of it at once. Days are Brasília's. */
export interface FiltroAcervo {
  readonly uf?: string | undefined;
  readonly codigoIbge?: string | undefined;
  readonly modalidade?: number | undefined;
  readonly situacao?: Licitacao['situacao'] | undefined;
  readonly de?: string | undefined;
  readonly ate?: string | undefined;
  readonly abertas?: boolean | undefined;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limite: number;
}
export interface LinhaAcervo {
  readonly numero: string;
  readonly dados: Omit<Licitacao, 'itens'>;
  readonly versao: number;
  readonly vistaEm: Date;
  readonly mudadaEm: Date;
}

/** As in the indexes of the table: what has no date of publication comes last. */
const QUANDO = `coalesce(publicacao, 'epoch'::timestamptz)`;
/** As in the index of words; the accents go on both sides. */
const ACENTOS = `'áàâãäéêëíîóôõöúüç', 'aaaaaeeeiioooouuc'`;
const PALAVRAS = `to_tsvector('portuguese', translate(lower(left(coalesce(dados ->> 'objeto', ''), 10000)), ${ACENTOS}))`;

/** Tenders of the collection, latest publication first. `cursor`: the `proximo` of the page before. */
export async function listAcervo(m: EntityManager, f: FiltroAcervo, agora: Date): Promise<Pagina<LinhaAcervo>> {
  const valores: unknown[] = [];
  const v = (valor: unknown): string => `$${valores.push(valor)}`;
  const onde = [
    ...(f.uf ? [`uf = ${v(f.uf)}`] : []), ...(f.codigoIbge ? [`codigo_ibge = ${v(f.codigoIbge)}`] : []), ...(f.modalidade ? [`modalidade_id = ${v(f.modalidade)}`] : []),
    ...(f.situacao ? [`situacao = ${v(f.situacao)}`] : []),
    ...(f.de ? [`${QUANDO} >= (${v(f.de)}::date)::timestamp at time zone 'America/Sao_Paulo'`] : []),
    ...(f.ate ? [`${QUANDO} < (${v(f.ate)}::date + 1)::timestamp at time zone 'America/Sao_Paulo'`] : []),
    ...(f.abertas ? [`encerramento > ${v(agora)} and (situacao is null or situacao = 'divulgada')`] : []),
    ...(f.q ? [`${PALAVRAS} @@ plainto_tsquery('portuguese', translate(lower(${v(f.q)}), ${ACENTOS}))`] : []),
    ...(f.cursor ? [`(${QUANDO}, numero) < (${cursorOf(f.cursor, v)})`] : []),
  ];
  const linhas = await m.query<(LinhaAcervo & { quando: Date })[]>(
    `select numero, dados, versao, vista_em as "vistaEm", mudada_em as "mudadaEm", ${QUANDO} as quando from alicit.acervo_licitacao
     ${onde.length ? `where ${onde.join(' and ')}` : ''} order by ${QUANDO} desc, numero desc limit ${v(f.limite + 1)}`,
    valores,
  );
  const itens = linhas.slice(0, f.limite);
  const ultima = itens.at(-1);
  return { itens, proximo: linhas.length > f.limite && ultima ? `acv_${ultima.quando.getTime()}_${ultima.numero.slice(0, 14)}_${ultima.numero.slice(17, 23)}_${ultima.numero.slice(24)}` : null };
}

function cursorOf(cursor: string, v: (valor: unknown) => string): string {
  const [, quando, cnpj, sequencial, ano] = cursor.split('_');
  return `${v(new Date(Number(quando)))}::timestamptz, ${v(`${cnpj}-1-${sequencial}/${ano}`)}`;
}

export const foraDoAcervo = (): Error => naoEncontrado('licitacao_fora_do_acervo', 'O acervo não tem licitação com este número de controle. Para consultá-la no PNCP, envie o número a POST /v1/licitacoes.');
