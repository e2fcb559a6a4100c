import { applyCorrecoes, NOME_CLASSE, ocrDe, readListas, VERSAO_FATOS, VERSAO_LEITOR, type ClasseDocumento, type CorrecaoAConfirmar, type Conjunto, type LeituraDoEdital } from '../editais/index.js';
import type { Empresa } from '../empresas/index.js';
import { invalido, subtractDiasUteis } from '../kernel/index.js';
import type { Licitacao } from '../licitacoes/index.js';
import type { ConsultaSancoes } from '../sancoes/index.js';
import { analyse } from './analisar/index.js';
import { askConfirmacoes } from './correcoes/ask-confirmacoes.js';
import { applyCorrecoesRequisitos } from './correcoes/apply-requisitos.js';
import { decide } from './decidir/index.js';
import { compareComPncp } from './divergencias.js';
import type { Analise, DocumentoAnalisado } from './domain/analise.js';
import type { Correcao } from './domain/correcao.js';

/** Version of the judgement as a whole: raise it with any change of behaviour of stages 4 and 5. */
export const VERSAO_ANALISE = '3';

/** Documents on which a judgement can stand when there is no edital; the report says so. */
const NO_LUGAR_DO_EDITAL: ReadonlySet<ClasseDocumento> = new Set(['edital', 'aviso', 'tr', 'minuta', 'planilha']);

/** @throws AlicitError `sem_edital` when no document of the set says what is bought and how */
export function requireEdital({ documentos }: Pick<Conjunto, 'documentos'>): void {
  if (documentos.some((d) => NO_LUGAR_DO_EDITAL.has(d.classe))) return;
  const nomes = documentos.slice(0, 5).map((d) => `“${d.documento.nome}” (${NOME_CLASSE[d.classe]})`).join(', ');
  throw invalido('sem_edital', `Não há edital, aviso nem termo de referência entre os arquivos: ${nomes}. Junte o edital e analise de novo.`, { documentos: documentos.map((d) => ({ nome: d.documento.nome, classe: d.classe })) });
}

export interface EntradaJulgamento {
  readonly conjunto: Pick<Conjunto, 'documentos' | 'emVigor' | 'naoLido' | 'avisos'>;
  readonly leitura: LeituraDoEdital;
  readonly empresa: Empresa;
  readonly licitacao: Licitacao | null;
  /** What CEIS and CNEP say of the company; absent or null: not consulted. */
  readonly sancoes?: ConsultaSancoes | null;
  /** The moment of judgement, ISO with offset. */
  readonly agora: string;
  /** By people: they take the place of what the machine read, before anything is judged. */
  readonly correcoes?: readonly Correcao[];
  /** By people, and touched by an amendment since: not used, and asked about. */
  readonly aConfirmar?: readonly CorrecaoAConfirmar[];
}

/** Stages 4 and 5: facts + company + rules version + `agora` → the judgement. Pure: the same input gives the same answer. */
export function julgar({ aConfirmar = [], ...entrada }: EntradaJulgamento): Analise {
  const { correcoes = [] } = entrada;
  return askConfirmacoes(judge(entrada), aConfirmar, (c) => judge({ ...entrada, correcoes: [...correcoes, c] }).decisao.desfecho);
}

function judge({ conjunto, leitura: lida, empresa, licitacao, sancoes = null, agora, correcoes = [] }: Omit<EntradaJulgamento, 'aConfirmar'>): Analise {
  const corrigida = applyCorrecoes(lida, correcoes.filter((c) => c.alvo === 'fato'), conjunto.documentos.map((d) => d.documento));
  const { texto, fatos, itens, conferencia } = corrigida.leitura;
  const a = analyse({ texto, fatos, itens, licitacao, empresa, agora });
  const { habilitacao, dispensados, avisos } = applyCorrecoesRequisitos(a.habilitacao, correcoes.filter((c) => c.alvo === 'requisito'));
  const divergencias = licitacao ? compareComPncp(licitacao, fatos) : [];
  const documentos = conjunto.documentos.map(toDocumentoAnalisado);
  const d = decide({
    agora, regime: a.regime, orgao: a.certame.orgao, natureza: a.certame.natureza, empresa, licitacao, sancoes, fatos, itens, prazos: a.prazos, verificacoes: a.verificacoes, habilitacao, divergencias, documentos, naoLido: conjunto.naoLido,
    subtractDiasUteis: (dia, n) => subtractDiasUteis(a.calendario, dia, n, 'conservadora'),
  });
  const { cnpj, razaoSocial, descricao, porte, uf, municipio } = empresa;
  return {
    versao: { analise: VERSAO_ANALISE, regras: a.regrasVersao, leitor: VERSAO_LEITOR, fatos: VERSAO_FATOS },
    agora, usouModelo: false, empresa: { cnpj, razaoSocial, descricao, porte, uf, municipio }, licitacao, regime: a.regime,
    documentos, emVigor: conjunto.emVigor, naoLido: conjunto.naoLido, fatos, itens, conferenciaItens: conferencia, divergencias,
    prazos: a.prazos, verificacoes: a.verificacoes, habilitacao, ...(dispensados.length ? { requisitosDispensados: dispensados } : {}),
    ...d,
    estado: a.estado, proximoPrazo: a.proximoPrazo, pontosAEsclarecer: a.pontosAEsclarecer,
    lacunas: [...conjunto.avisos, ...corrigida.avisos, ...avisos, ...d.lacunas],
    listas: readListas(texto),
  };
}

const toDocumentoAnalisado = ({ documento: d, classe, motivo, usado }: Conjunto['documentos'][number]): DocumentoAnalisado => ({
  nome: d.nome, sha256: d.sha256, classe, paginas: d.totalPaginas, paginasLidas: d.paginas.filter((p) => p.texto).length, ...ocrDe(d), usado, motivo,
});
