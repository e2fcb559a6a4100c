import { CAMPOS, type Campo, type Fato, type FatoAusente, type FatoLido, type Fatos, type ItemEdital, type ValorPorCampo } from '../../src/editais/index.js';
import type { Empresa } from '../../src/empresas/index.js';
import type { ItemPncp, Licitacao } from '../../src/licitacoes/index.js';
import type { TextoEdital } from '../../src/editais/index.js';
import { createContexto, type Contexto, type EntradaAnalise } from '../../src/analises/contexto/contexto.js';
import { textoDe } from './texto-edital.js';

type Valores = { readonly [C in Campo]?: ValorPorCampo[C] };
type Ajustes = { readonly [C in Campo]?: Partial<FatoLido<C>> | Partial<FatoAusente<C>> };

/** Facts with the given values, read with confidence 0.95 on page 1; every other field is `nao_encontrado`. `ajustes` change single facts (confidence, note, absence). */
export function fatosCom(valores: Valores = {}, ajustes: Ajustes = {}): Fatos {
  const fatos: Record<string, unknown> = {};
  for (const campo of CAMPOS) {
    const valor = valores[campo];
    const base: Fato = valor === undefined
      ? { campo, valor: null, ausencia: 'nao_encontrado' }
      : { campo, valor, documento: 'edital.pdf', pagina: 1, trecho: `trecho que mostra ${campo}: ${JSON.stringify(valor)}`, confianca: 0.95 };
    fatos[campo] = { ...base, ...ajustes[campo] };
  }
  return fatos as unknown as Fatos;
}

export const empresaCom = (parte: Partial<Empresa> = {}): Empresa => ({ cnpj: '11222333000181', descricao: 'Empresa de teste', ...parte });

export const licitacaoCom = (parte: Partial<Licitacao> = {}): Licitacao => ({
  numeroControlePNCP: null, numeroEdital: null, numeroProcesso: null, orgaoNome: null, orgaoCnpj: null, unidadeNome: null, uf: null, municipio: null, codigoIbge: null, esfera: null,
  modalidadeId: null, modoDisputaId: null, instrumentoId: null, amparoLegalCodigo: null, amparoLegalNome: null, situacao: null, objeto: null, srp: null, valorEstimado: null,
  orcamentoSigiloso: null, publicacao: null, atualizacao: null, aberturaPropostas: null, encerramentoPropostas: null, linkSistemaOrigem: null, plataforma: null, itens: [], ...parte,
});

export const itemPncpCom = (parte: Partial<ItemPncp> = {}): ItemPncp => ({
  numero: 1, descricao: 'item', quantidade: null, unidade: null, valorUnitario: null, valorTotal: null, beneficio: null, materialOuServico: null, sigiloso: null, criterioJulgamentoId: null, ...parte,
});

export const itemCom = (parte: Partial<ItemEdital> = {}): ItemEdital => ({
  numero: '1', lote: null, descricao: 'item de teste', quantidade: null, unidade: null, valorUnitario: null, valorTotal: null, beneficio: null,
  evidencia: { documento: 'edital.pdf', pagina: 1, trecho: 'linha do item de teste na tabela' }, ...parte,
});

interface ParteContexto extends Partial<Omit<EntradaAnalise, 'fatos' | 'texto' | 'empresa' | 'licitacao'>> {
  readonly texto?: TextoEdital | string | readonly string[];
  readonly fatos?: Fatos | Valores;
  readonly empresa?: Partial<Empresa>;
  readonly licitacao?: Partial<Licitacao> | null;
}

/** Words that make the regime of a test text the 14.133. */
export const PREAMBULO_14133 = 'EDITAL regido pela Lei nº 14.133, de 1º de abril de 2021.\n';

/** The input of stage 4 from the parts that matter to a test; the text is put under a preamble of the Lei 14.133. */
export function entradaCom(p: ParteContexto = {}): EntradaAnalise {
  const texto = p.texto === undefined || typeof p.texto === 'string' ? textoDe(PREAMBULO_14133 + (p.texto ?? '')) : Array.isArray(p.texto) ? textoDe([PREAMBULO_14133, ...p.texto]) : (p.texto as TextoEdital);
  const fatos = p.fatos && 'objeto' in p.fatos && typeof p.fatos.objeto === 'object' ? (p.fatos as Fatos) : fatosCom((p.fatos ?? {}) as Valores);
  return {
    texto, fatos, itens: p.itens ?? [], licitacao: p.licitacao ? licitacaoCom(p.licitacao) : null, empresa: empresaCom(p.empresa), agora: p.agora ?? '2026-11-03T10:00:00-03:00',
    ...(p.calendarioExtra ? { calendarioExtra: p.calendarioExtra } : {}),
  };
}

export const contextoCom = (p: ParteContexto = {}): Contexto => createContexto(entradaCom(p));
