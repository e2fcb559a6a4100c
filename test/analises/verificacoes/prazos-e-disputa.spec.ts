import { describe, expect, it } from '@jest/globals';
import type { CriterioJulgamento, Modalidade, RegimeExecucao } from '../../../src/editais/index.js';
import type { Natureza } from '../../../src/analises/contexto/natureza.js';
import { criterioDaModalidade, criterioSrp, maiorDescontoSigilo, maiorDescontoSigilo13303, modoAberto, modoFechado, pregaoParaObra } from '../../../src/analises/verificacoes/coerencia-disputa.js';
import { dispensaLimite } from '../../../src/analises/verificacoes/dispensa-limite.js';
import { impugnacaoAntecedencia, impugnacaoHoraLimite, impugnacaoProtocoloFisico } from '../../../src/analises/verificacoes/impugnacao.js';
import { prazoMinimo13303, prazoMinimo14133 } from '../../../src/analises/verificacoes/prazo-minimo.js';
import { prazoMinimoArt39, prazoMinimoArt55 } from '../../../src/analises/verificacoes/prazo-minimo-tabela.js';
import { retificacao } from '../../../src/analises/verificacoes/retificacao.js';
import { valoresEm } from '../../../src/analises/verificacoes/valores-atualizados.js';
import { aplicar, casosDeRegra } from '../../support/regras.js';
import { textoDe } from '../../support/texto-edital.js';

const ESTATAL = textoDe('Licitação regida pela Lei nº 13.303/2016.');
type Linha = readonly [Natureza, CriterioJulgamento | null, RegimeExecucao | null, Modalidade | null, boolean | null, number | null, number?];

describe('art. 55: every row', () => {
  it.each<Linha>([
    ['bens', 'menor_preco', null, 'pregao', null, 8],
    ['bens', 'maior_desconto', null, 'pregao', null, 8],
    ['bens', 'maior_retorno', null, 'concorrencia', null, 15],
    ['servicos', 'menor_preco', null, 'pregao', null, 10],
    ['servicos', 'menor_preco', null, 'concorrencia', null, 25],
    ['servicos', 'menor_preco', null, 'concorrencia', false, 10],
    ['servicos_engenharia', 'menor_preco', 'empreitada_preco_global', 'concorrencia', null, 10, 25],
    ['obras', 'menor_preco', 'empreitada_preco_unitario', 'concorrencia', null, 10, 25],
    ['obras', 'menor_preco', 'empreitada_preco_global', 'concorrencia', true, 25],
    ['obras', 'menor_preco', 'contratacao_integrada', 'concorrencia', null, 60],
    ['obras', 'menor_preco', 'contratacao_semi_integrada', 'concorrencia', null, 35],
    ['servicos', 'maior_retorno', null, 'concorrencia', null, 35],
    ['indefinida', 'maior_lance', null, 'leilao', null, 15],
    ['servicos', 'tecnica_e_preco', null, 'concorrencia', null, 35],
    ['obras', 'tecnica_e_preco', 'contratacao_integrada', 'concorrencia', null, 60],
    ['indefinida', 'melhor_tecnica', null, 'concurso', null, 35],
    ['indefinida', 'conteudo_artistico', null, 'concurso', null, 35],
    ['servicos', null, null, 'dialogo_competitivo', null, 25, 60],
    ['bens', null, null, 'pregao', null, null],
    ['indefinida', 'menor_preco', null, 'pregao', null, null],
  ])('%s, %s, %s, %s, especial %s → %s', (natureza, criterio, regimeExecucao, modalidade, especial, dias, ouEntao = undefined) => {
    const p = prazoMinimoArt55({ natureza, criterio, regimeExecucao, modalidade, especial });
    expect(p?.dias ?? null).toBe(dias);
    expect(p?.ouEntao?.dias).toBe(ouEntao);
  });
});

describe('art. 39 of Lei 13.303: every row', () => {
  it.each<readonly [Natureza, CriterioJulgamento | null, RegimeExecucao | null, number | null]>([
    ['bens', 'menor_preco', null, 5], ['bens', 'maior_retorno', null, 10], ['obras', 'menor_preco', 'empreitada_preco_global', 15], ['servicos', 'maior_desconto', null, 15],
    ['servicos', 'maior_retorno', null, 30], ['obras', 'menor_preco', 'contratacao_semi_integrada', 45], ['obras', 'menor_preco', 'contratacao_integrada', 45], ['servicos', 'tecnica_e_preco', null, 45],
    ['servicos', null, null, null],
  ])('%s, %s, %s → %s', (natureza, criterio, regimeExecucao, dias) => expect(prazoMinimoArt39({ natureza, criterio, regimeExecucao, modalidade: 'pregao' })?.dias ?? null).toBe(dias));
});

describe('interval between publication and proposals', () => {
  const bens = { modalidade: 'pregao', criterio_julgamento: 'menor_preco', objeto: 'Aquisição de mobiliário' } as const;
  const com = (publicacao: string | null, fim: string, outros = {}) => ({ fatos: { ...bens, propostas_fim: `${fim}T09:00:00-03:00` }, licitacao: { publicacao, ...outros } });
  casosDeRegra(prazoMinimo14133, [
    ['8 business days: the last is enough', com('2026-11-16', '2026-11-27'), 'ok'],
    ['one less', com('2026-11-16', '2026-11-26'), 'violado'],
    ['only if the facultative days are worked', com('2026-02-12', '2026-02-24'), 'indicio'],
    ['with both readings', com('2026-02-12', '2026-02-26'), 'ok'],
    ['published on a Saturday', com('2026-10-17', '2026-10-28'), 'indicio'],
    ['published after the end: the dates do not fit', com('2026-11-30', '2026-11-27'), 'nao_aferivel'],
    ['no publication known', com(null, '2026-11-27'), 'nao_aferivel'],
    ['calamity law', com('2026-11-16', '2026-11-18', { amparoLegalCodigo: 159 }), 'nao_aferivel'],
    ['the Ministry of Health may halve it', com('2026-11-16', '2026-11-24', { orgaoNome: 'Ministério da Saúde' }), 'indicio'],
    ['a municipal health department may not', com('2026-11-16', '2026-11-24', { orgaoNome: 'Secretaria Municipal de Saúde de Vila Nova' }), 'violado'],
    ['direct contracting has no art. 55', { fatos: { modalidade: 'dispensa', propostas_fim: '2026-11-20T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-16' } }, null],
    ['software may be a service: a doubt, not a breach', { fatos: { ...bens, objeto: 'Aquisição de licenças de software', propostas_fim: '2026-11-26T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-16' } }, 'indicio'],
    ['a concorrência for a service suggests 25: only a sign', { fatos: { modalidade: 'concorrencia', criterio_julgamento: 'menor_preco', objeto: 'Prestação de serviços de consultoria', propostas_fim: '2026-11-30T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-03' } }, 'indicio'],
    ['criterion unknown', { fatos: { modalidade: 'pregao', objeto: 'Aquisição de mobiliário', propostas_fim: '2026-11-26T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-16' } }, 'nao_aferivel'],
    ['integrated works: 60', { fatos: { modalidade: 'concorrencia', criterio_julgamento: 'menor_preco', regime_execucao: 'contratacao_integrada', objeto: 'Construção de escola', propostas_fim: '2027-02-17T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-23' } }, 'indicio'],
  ]);
  casosDeRegra(prazoMinimo13303, [
    ['a state company buys goods in 5 business days', { texto: ESTATAL, fatos: { ...bens, propostas_fim: '2026-11-24T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-16' } }, 'ok'],
    ['in 4', { texto: ESTATAL, fatos: { ...bens, propostas_fim: '2026-11-19T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-16' } }, 'violado'],
  ]);

  it('reports what it would be if the works were special', () => {
    const v = aplicar(prazoMinimo14133, { fatos: { modalidade: 'concorrencia', criterio_julgamento: 'menor_preco', regime_execucao: 'empreitada_preco_global', objeto: 'Construção de escola', propostas_fim: '2026-11-30T09:00:00-03:00' }, licitacao: { publicacao: '2026-11-03' } });
    expect(v?.resultado).toBe('ok');
    expect(v?.motivo).toMatch(/Seriam 25 se o objeto for especial/);
  });
});

describe('retificação', () => {
  const f = { modalidade: 'pregao', criterio_julgamento: 'menor_preco', objeto: 'Aquisição de mobiliário', propostas_fim: '2026-11-27T09:00:00-03:00' } as const;
  casosDeRegra(retificacao, [
    ['none', { fatos: f }, null],
    ['term fits again', { fatos: f, texto: textoDe(['Edital regido pela Lei nº 14.133/2021', 'ERRATA Nº 1\nPublicada em 16/11/2026']) }, 'ok'],
    ['term does not fit again', { fatos: f, texto: textoDe(['Edital regido pela Lei nº 14.133/2021', 'ERRATA Nº 1\nPublicada em 24/11/2026']) }, 'indicio'],
    ['day unknown', { fatos: f, texto: textoDe(['Edital regido pela Lei nº 14.133/2021', 'AVISO DE RETIFICAÇÃO\nO item 3 passa a ter nova redação.']) }, 'nao_aferivel'],
    ['a mere possibility', { fatos: f, texto: textoDe(['Edital regido pela Lei nº 14.133/2021. Acompanhe eventual errata no portal.']) }, null],
  ]);
});

describe('challenging the edital', () => {
  casosDeRegra(impugnacaoAntecedencia, [
    ['three days', { fatos: { impugnacao_dias_uteis: 3 } }, 'ok'], ['two: more than the law gives', { fatos: { impugnacao_dias_uteis: 2 } }, 'ok'], ['five shorten the right', { fatos: { impugnacao_dias_uteis: 5 } }, 'violado'],
    ['the clarification counts too', { fatos: { impugnacao_dias_uteis: 3, esclarecimento_dias_uteis: 4 } }, 'violado'], ['not said', {}, 'nao_aferivel'], ['five in a state company', { texto: ESTATAL, fatos: { impugnacao_dias_uteis: 5 } }, 'ok'],
    ['no legal term in a dispensa', { fatos: { modalidade: 'dispensa', impugnacao_dias_uteis: 5 } }, null],
  ]);
  casosDeRegra(impugnacaoProtocoloFisico, [
    ['paper only', 'As impugnações deverão ser protocoladas, exclusivamente, no Setor de Protocolo da sede da Prefeitura.', 'indicio'],
    ['system only', 'As impugnações deverão ser enviadas exclusivamente pelo sistema eletrônico.', 'ok'],
    ['no e-mail, but on the portal', 'A impugnação será feita no portal. Não serão aceitas impugnações por e-mail.', 'ok'],
  ]);
  const hora = '8.1. A impugnação será enviada até as 17h do último dia do prazo.';
  casosDeRegra(impugnacaoHoraLimite, [
    ['an hour, electronic', { texto: hora, fatos: { forma: 'eletronica' } }, 'indicio'], ['an hour, on site', { texto: hora, fatos: { forma: 'presencial' } }, 'ok'],
    ['no hour', { texto: '8.1. A impugnação será enviada até 3 dias úteis antes.', fatos: { forma: 'eletronica' } }, 'ok'],
    ['business hours', { texto: '8.1. A impugnação será protocolada no horário de expediente.', fatos: { forma: 'eletronica' } }, 'indicio'],
  ]);
});

describe('modality, criterion, mode', () => {
  casosDeRegra(modoFechado, [
    ['closed with lowest price', { fatos: { modo_disputa: 'fechado', criterio_julgamento: 'menor_preco' } }, 'violado'], ['closed with technique and price', { fatos: { modo_disputa: 'fechado', criterio_julgamento: 'tecnica_e_preco' } }, 'ok'],
    ['open and closed', { fatos: { modo_disputa: 'aberto_fechado', criterio_julgamento: 'menor_preco' } }, 'ok'], ['unknown', { fatos: { modo_disputa: 'fechado' } }, null],
    ['lawful in a state company', { texto: ESTATAL, fatos: { modo_disputa: 'fechado', criterio_julgamento: 'menor_preco' } }, null],
  ]);
  casosDeRegra(modoAberto, [
    ['open with technique and price', { fatos: { modo_disputa: 'aberto', criterio_julgamento: 'tecnica_e_preco' } }, 'violado'], ['open with lowest price', { fatos: { modo_disputa: 'aberto', criterio_julgamento: 'menor_preco' } }, 'ok'],
  ]);
  casosDeRegra(criterioDaModalidade, [
    ['pregão by technique', { fatos: { modalidade: 'pregao', criterio_julgamento: 'tecnica_e_preco' } }, 'violado'], ['pregão by price', { fatos: { modalidade: 'pregao', criterio_julgamento: 'menor_preco' } }, 'ok'],
    ['concorrência by highest bid', { fatos: { modalidade: 'concorrencia', criterio_julgamento: 'maior_lance' } }, 'violado'], ['leilão by highest bid', { fatos: { modalidade: 'leilao', criterio_julgamento: 'maior_lance' } }, 'ok'],
    ['concurso by price', { fatos: { modalidade: 'concurso', criterio_julgamento: 'menor_preco' } }, 'violado'], ['dispensa has no list', { fatos: { modalidade: 'dispensa', criterio_julgamento: 'menor_preco' } }, null],
  ]);
  casosDeRegra(criterioSrp, [
    ['technique', { fatos: { srp: true, criterio_julgamento: 'tecnica_e_preco' } }, 'violado'], ['discount', { fatos: { srp: true, criterio_julgamento: 'maior_desconto' } }, 'ok'], ['no registration', { fatos: { srp: false, criterio_julgamento: 'tecnica_e_preco' } }, null],
  ]);
  casosDeRegra(pregaoParaObra, [
    ['works', { fatos: { modalidade: 'pregao', objeto: 'Construção de ponte' } }, 'indicio'], ['engineering service', { fatos: { modalidade: 'pregao', objeto: 'Serviços de engenharia de manutenção predial' } }, 'ok'], ['concorrência', { fatos: { modalidade: 'concorrencia', objeto: 'Construção de ponte' } }, null],
  ]);
  casosDeRegra(maiorDescontoSigilo, [
    ['confidential', { fatos: { criterio_julgamento: 'maior_desconto', orcamento_sigiloso: true } }, 'violado'], ['public', { fatos: { criterio_julgamento: 'maior_desconto', orcamento_sigiloso: false } }, 'ok'], ['another criterion', { fatos: { criterio_julgamento: 'menor_preco', orcamento_sigiloso: true } }, null],
  ]);
  casosDeRegra(maiorDescontoSigilo13303, [['confidential in a state company', { texto: ESTATAL, fatos: { criterio_julgamento: 'maior_desconto', orcamento_sigiloso: true } }, 'violado']]);
});

describe('dispensa by amount', () => {
  it.each([
    ['2023-06-30', '114416.65', '57208.33'], ['2024-06-30', '119812.02', '59906.02'], ['2025-06-30', '125451.15', '62725.59'], ['2026-06-30', '130984.20', '65492.11'],
  ])('limits on %s', (dia, obras, demais) => expect([valoresEm(dia)?.dispensaObras, valoresEm(dia)?.dispensaDemais]).toEqual([obras, demais]));

  const de = (valor: string, publicacao: string, amparoLegalCodigo = 19, orgaoNome: string | null = null) => ({ fatos: { modalidade: 'dispensa', valor_estimado_total: valor } as const, licitacao: { publicacao, amparoLegalCodigo, orgaoNome } });
  casosDeRegra(dispensaLimite, [
    ['one cent below', de('62725.58', '2025-05-05'), 'ok'],
    ['the limit itself does not dispense', de('62725.59', '2025-05-05'), 'violado'],
    ['works have their own limit', de('125451.14', '2025-05-05', 18), 'ok'],
    ['a limit known at second hand never blocks', de('65492.11', '2026-05-05'), 'indicio'],
    ['a consortium may have it doubled', de('70000.00', '2025-05-05', 19, 'Consórcio Intermunicipal do Vale'), 'nao_aferivel'],
    ['a year without decree', de('1000.00', '2027-05-05'), 'nao_aferivel'],
    ['another ground', de('900000.00', '2025-05-05', 38), null],
    ['by the text', { fatos: { modalidade: 'dispensa', valor_estimado_total: '80000.00', sessao_abertura: '2025-05-05T09:00:00-03:00' }, texto: 'Dispensa com base no art. 75, inciso II, da Lei nº 14.133/2021.' }, 'violado'],
  ]);
});
