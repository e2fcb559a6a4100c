import { describe, expect, it } from '@jest/globals';
import type { Portao } from '../../../src/analises/index.js';
import type { Sancao } from '../../../src/empresas/index.js';
import { decideCom, fato, itemEdital, itemPncp, MATRIZ, prova, requisito, SESSAO, verificacao, type Mudancas } from '../../support/entrada-decisao.js';

type Resultado = Portao['resultado'];
const s = (extras: Partial<Sancao>): Mudancas => ({ empresa: { sancoes: [{ tipo: 'impedimento', enteSancionador: 'Ente X', inicio: '2026-01-01', fim: '2027-12-31', ...extras }] } });
const com = (...rs: ReturnType<typeof requisito>[]): Mudancas => ({ habilitacao: [...MATRIZ.filter((x) => !rs.some((r) => r.id === x.id)), ...rs] });
const atestado = (extras: Parameters<typeof requisito>[2]) => requisito('atestado', 'tecnica', { titulo: 'Atestado', ...extras });
const ONTEM = '2026-11-06T09:00:00-03:00';

const CASOS: readonly [string, string, Mudancas, Resultado, (string | null)?][] = [
  // E1: open, by every known source
  ['E1', 'open', {}, 'passou'],
  ['E1', 'no date at all', { licitacao: { encerramentoPropostas: null } }, 'nao_aferivel', null],
  ['E1', 'closed by both', {}, 'reprovado', ONTEM],
  ['E1', 'closed by the edital alone, without PNCP', { licitacao: null }, 'reprovado', ONTEM],
  ['E1', 'the edital is past, PNCP is not', { fatos: { propostas_fim: ONTEM } }, 'pendente'],
  ['E1', 'PNCP is past, the edital is not', { licitacao: { encerramentoPropostas: ONTEM } }, 'pendente'],
  ['E1', 'past, but read with little confidence', { fatos: { propostas_fim: fato('propostas_fim', ONTEM, { confianca: 0.6 }) }, licitacao: null }, 'pendente'],
  ['E1', 'past, but the edital has another reading', { fatos: { propostas_fim: fato('propostas_fim', ONTEM, { alternativas: [{ valor: SESSAO, confianca: 0.8, ...prova('Outra data da sessão', 2) }] }) }, licitacao: null }, 'pendente'],
  ['E1', 'revoked', { licitacao: { situacao: 'revogada' } }, 'reprovado'],
  ['E1', 'annulled', { licitacao: { situacao: 'anulada' } }, 'reprovado'],
  ['E1', 'suspended: old dates bind nobody', { licitacao: { situacao: 'suspensa' } }, 'passou', ONTEM],
  // E2: reach and term of sanctions (arts. 156 §§ 4º and 5º)
  ['E2', 'told of none', {}, 'passou'],
  ['E2', 'nothing told', { empresa: { sancoes: undefined } }, 'nao_aferivel'],
  ['E2', 'same município', s({ esfera: 'municipal', uf: 'SC', municipio: 'Serra Clara' }), 'reprovado'],
  ['E2', 'another município of the State', s({ esfera: 'municipal', uf: 'SC', municipio: 'Outra' }), 'passou'],
  ['E2', 'the State itself does not bind its municípios', s({ esfera: 'estadual', uf: 'SC' }), 'passou'],
  ['E2', 'sphere unknown', s({}), 'pendente'],
  ['E2', 'município unknown', s({ esfera: 'municipal', uf: 'SC' }), 'pendente'],
  ['E2', 'over before the session', s({ esfera: 'municipal', uf: 'SC', municipio: 'Serra Clara', fim: '2026-11-23' }), 'passou'],
  ['E2', 'last day is the session', s({ esfera: 'municipal', uf: 'SC', municipio: 'Serra Clara', fim: '2026-11-24' }), 'reprovado'],
  ['E2', 'begins after the session', s({ esfera: 'municipal', uf: 'SC', municipio: 'Serra Clara', inicio: '2026-11-25' }), 'passou'],
  ['E2', 'no end told, within three years', s({ esfera: 'municipal', uf: 'SC', municipio: 'Serra Clara', fim: undefined }), 'pendente'],
  ['E2', 'no end told, past the longest term', s({ esfera: 'municipal', uf: 'SC', municipio: 'Serra Clara', inicio: '2023-11-23', fim: undefined }), 'passou'],
  ['E2', 'inidoneidade without end, within the shortest term', s({ tipo: 'inidoneidade', fim: undefined }), 'reprovado'],
  ['E2', 'suspension by another body is only an alert', s({ tipo: 'suspensao', esfera: 'municipal' }), 'condicionado'],
  ['E2', 'suspension by the very body', s({ tipo: 'suspensao', enteSancionador: 'Prefeitura Municipal de Serra Clara' }), 'reprovado'],
  ['E2', 'inidoneidade while the law of the tender is unknown', { ...s({ tipo: 'inidoneidade' }), regime: 'indefinido' }, 'pendente'],
  ['E2', 'state company: municipal inidoneidade is an alert', { ...s({ tipo: 'inidoneidade', esfera: 'municipal' }), regime: '13303' }, 'condicionado'],
  ['E2', 'state company: federal inidoneidade binds', { ...s({ tipo: 'inidoneidade', esfera: 'federal' }), regime: '13303' }, 'reprovado'],
  // E3: only the company's word
  ['E3', 'declared free', {}, 'passou'],
  ['E3', 'declared impeded', { empresa: { semImpedimentosArt14: false } }, 'reprovado'],
  ['E3', 'silent', { empresa: { semImpedimentosArt14: undefined } }, 'nao_aferivel'],
  // E4: reservation to ME/EPP
  ['E4', 'open to all', { empresa: { porte: 'demais' } }, 'passou'],
  ['E4', 'exclusive, company is EPP', { fatos: { me_epp: 'exclusiva' } }, 'passou'],
  ['E4', 'exclusive, company is not', { fatos: { me_epp: 'exclusiva' }, empresa: { porte: 'demais' } }, 'reprovado'],
  ['E4', 'exclusive, size unknown', { fatos: { me_epp: 'exclusiva' }, empresa: { porte: undefined } }, 'pendente'],
  ['E4', 'exclusive, weakly read', { fatos: { me_epp: fato('me_epp', 'exclusiva', { confianca: 0.6 }) }, empresa: { porte: 'demais' } }, 'pendente'],
  ['E4', 'exclusive, S.A.', { fatos: { me_epp: 'exclusiva' }, empresa: { naturezaJuridica: 'Sociedade Anônima Fechada' } }, 'reprovado'],
  ['E4', 'exclusive, contracts of the year at the ceiling', { fatos: { me_epp: 'exclusiva' }, empresa: { contratosPublicosNoAno: '4800000.00' } }, 'passou'],
  ['E4', 'exclusive, contracts of the year above it', { fatos: { me_epp: 'exclusiva' }, empresa: { contratosPublicosNoAno: '4800000.01' } }, 'reprovado'],
  ['E4', 'reserved quota', { fatos: { me_epp: 'cota_reservada' }, empresa: { porte: 'demais' } }, 'condicionado'],
  ['E4', 'edital says exclusive, all rows say open', { fatos: { me_epp: 'exclusiva' }, empresa: { porte: 'demais' }, itens: [itemEdital('1')] }, 'pendente'],
  ['E4', 'row and PNCP disagree', { empresa: { porte: 'demais' }, itens: [itemEdital('1', { beneficio: 'exclusiva_me_epp' })], licitacao: { itens: [itemPncp(1)] } }, 'pendente'],
  ['E4', 'PNCP alone says exclusive', { fatos: { me_epp: null }, empresa: { porte: 'demais' }, licitacao: { itens: [itemPncp(1, { beneficio: 'exclusiva_me_epp' })] } }, 'reprovado'],
  ['E4', 'nobody says', { fatos: { me_epp: null }, empresa: { porte: 'demais' } }, 'nao_aferivel'],
  // E5: portfolio
  ['E5', 'same trade', {}, 'passou'],
  ['E5', 'another trade, consórcio forbidden', { fatos: { objeto: 'Aquisição de medicamentos para a farmácia básica', consorcio: 'vedado' } }, 'reprovado'],
  ['E5', 'another trade, company takes no consórcio', { fatos: { objeto: 'Aquisição de medicamentos para a farmácia básica' } }, 'reprovado'],
  ['E5', 'another trade, consórcio open', { fatos: { objeto: 'Aquisição de medicamentos para a farmácia básica' }, empresa: { aceitaConsorcio: undefined } }, 'condicionado'],
  ['E5', 'another trade, but the profile is thin', { fatos: { objeto: 'Aquisição de medicamentos para a farmácia básica' }, empresa: { produtos: undefined } }, 'pendente'],
  ['E5', 'words that mean no known trade', { fatos: { objeto: 'Aquisição de dispositivos zorblax tridimensionais' } }, 'pendente'],
  ['E5', 'excluded word', { empresa: { palavrasExcluidas: ['conservação predial'] } }, 'reprovado'],
  ['E5', 'half of an excluded expression', { empresa: { palavrasExcluidas: ['conservação de rodovias'] } }, 'passou'],
  ['E5', 'no object', { fatos: { objeto: null } }, 'nao_aferivel'],
  // E6 and E7: certificates and equity
  ['E6', 'met', {}, 'passou'],
  ['E6', 'lacking', com(atestado({ status: 'nao_atende' })), 'reprovado'],
  ['E6', 'lacking, obtainable in time', com(atestado({ status: 'nao_atende', diasParaObter: 5 })), 'passou'],
  ['E6', 'lacking, not in time', com(atestado({ status: 'nao_atende', diasParaObter: 30 })), 'reprovado'],
  ['E6', 'lacking, asked by the law alone, no quote', com(atestado({ status: 'nao_atende', evidencia: null })), 'passou'],
  ['E6', 'lacking, consórcio accepted and allowed', { ...com(atestado({ status: 'nao_atende' })), empresa: { aceitaConsorcio: true } }, 'condicionado'],
  ['E6', 'lacking, consórcio accepted and forbidden', { ...com(atestado({ status: 'nao_atende' })), empresa: { aceitaConsorcio: true }, fatos: { consorcio: 'vedado' } }, 'reprovado'],
  ['E6', 'lacking, consórcio not told', { ...com(atestado({ status: 'nao_atende' })), empresa: { aceitaConsorcio: undefined } }, 'pendente'],
  ['E6', 'lacking, edital silent on consórcio: allowed by law', { ...com(atestado({ status: 'nao_atende' })), empresa: { aceitaConsorcio: true }, fatos: { consorcio: null } }, 'condicionado'],
  ['E6', 'not told', com(atestado({ status: 'falta_dado' })), 'pendente'],
  ['E6', 'to be clarified is no failure', com(atestado({ status: 'a_esclarecer' })), 'passou'],
  ['E6', 'a licence is not lent by a partner', { ...com(requisito('licenca', 'juridica', { status: 'nao_atende' })), empresa: { aceitaConsorcio: true } }, 'reprovado'],
  ['E6', 'violation that excludes and stands in no row', { verificacoes: [verificacao('sede_local_art9', { resultado: 'violado', excluiEmpresa: true })] }, 'reprovado'],
  ['E6', 'the same from memory', { verificacoes: [verificacao('sede_local_art9', { resultado: 'violado', excluiEmpresa: true, nivelFonte: 'V2' })] }, 'passou'],
  ['E7', 'lacking', com(requisito('balanco', 'economica', { status: 'nao_atende' })), 'reprovado'],
  ['E7', 'certidão de falência obtainable', com(requisito('falencia', 'economica', { status: 'falta_dado', diasParaObter: 3 })), 'passou'],
  ['E7', 'equity not told', com(requisito('pl', 'economica', { titulo: 'Patrimônio líquido mínimo', status: 'falta_dado' })), 'pendente'],
  // E8 and E10: price
  ['E8', 'fits', {}, 'passou'],
  ['E8', 'no costs', { empresa: { custoDiretoTotal: undefined } }, 'nao_aferivel'],
  ['E8', 'cost alone above the maximum', { empresa: { custoDiretoTotal: '600000.01', tributosPct: undefined, custosIndiretosPct: undefined } }, 'reprovado'],
  ['E8', 'fits only while taxes are not known', { empresa: { tributosPct: undefined } }, 'nao_aferivel'],
  ['E8', 'two readings of the maximum: the higher counts', { empresa: { custoDiretoTotal: '500000' }, fatos: { valor_estimado_total: fato('valor_estimado_total', '60000.00', { alternativas: [{ valor: '700000.00', confianca: 0.8, ...prova('Outro valor total', 2) }] }) } }, 'passou'],
  ['E8', 'the sum of the rows that were read is not the total of the tender', { empresa: { custoDiretoTotal: '500000' }, licitacao: { valorEstimado: null }, fatos: { valor_estimado_total: null }, itens: [itemEdital('1', { valorTotal: '12000.00' }), itemEdital('2', { valorTotal: '12000.00' })] }, 'nao_aferivel'],
  ['E10', 'above the minimum', {}, 'passou'],
  ['E10', 'below it in the best case', { empresa: { margemMinimaPct: '16.01' } }, 'reprovado'],
  ['E10', 'exactly the minimum', { empresa: { margemMinimaPct: '16' } }, 'passou'],
  ['E10', 'no minimum told', { empresa: { margemMinimaPct: undefined } }, 'nao_aferivel'],
  // E9: time
  ['E9', 'enough', {}, 'passou'],
  ['E9', 'the company needs more than is left', { empresa: { diasParaProposta: 11 } }, 'reprovado'],
  ['E9', 'the company needs just what is left', { empresa: { diasParaProposta: 10 } }, 'passou'],
  ['E9', 'conventions never fail it', { fatos: { criterio_julgamento: 'tecnica_e_preco' } }, 'condicionado', '2026-11-13T09:00:00-03:00'],
  ['E9', 'no date', { licitacao: { encerramentoPropostas: null } }, 'nao_aferivel', null],
  // Rows that need no getting, or that other gates judge
  ['S1', 'a declaration is only signed', com(requisito('declaracao_menor', 'social', { status: 'a_providenciar', diasParaObter: 0 })), 'passou'],
  ['S1', 'the bond is S4, not a document', com(requisito('garantia_proposta', 'proposta', { status: 'a_providenciar', diasParaObter: 3 })), 'passou'],
  ['E6', 'a visit is S3, not a certificate', com(requisito('visita', 'tecnica', { status: 'nao_atende', diasParaObter: 30, verificacoes: ['visita_art63'] })), 'passou'],
  ['E6', 'a certificate shown, quantities to compare', com(atestado({ status: 'falta_dado', documentoEmpresa: 'Atestado X' })), 'passou'],
  ['S6', 'a certificate shown, quantities to compare', com(atestado({ status: 'falta_dado', documentoEmpresa: 'Atestado X' })), 'condicionado'],
  // Suspensive
  ['S1', 'a fiscal failure that is no gate', com(requisito('cnd_federal', 'fiscal', { status: 'nao_atende' })), 'condicionado'],
  ['S2', 'not registered', { empresa: { plataformas: ['Licitanet'] } }, 'condicionado'],
  ['S2', 'same system by another name', { fatos: { plataforma: 'www.gov.br/compras' }, empresa: { plataformas: ['Compras.gov.br'] } }, 'passou'],
  ['S2', 'in person', { fatos: { forma: 'presencial', plataforma: null } }, 'passou'],
  ['S2', 'unknown system', { fatos: { plataforma: null } }, 'nao_aferivel'],
  ['S3', 'obligatory visit', { fatos: { visita_tecnica: 'obrigatoria' } }, 'condicionado'],
  ['S4', 'bond in %', { fatos: { garantia_proposta_pct: '1' } }, 'condicionado'],
  ['S4', 'bond in R$', { fatos: { garantia_proposta_pct: { valor: '5000.00' } } }, 'condicionado'],
  ['S5', 'undefined requirement', com(atestado({ status: 'a_esclarecer' })), 'condicionado'],
  ['S5', 'sources disagree on the date', { divergencias: [{ campo: 'sessao_abertura', descricao: 'O PNCP diz 25/11/2026.', valores: [] }] }, 'condicionado'],
  ['S6', 'a certidão not told of', com(requisito('cndt', 'trabalhista', { status: 'falta_dado', diasParaObter: 1 })), 'condicionado'],
  ['S6', 'sanctions not told of', { empresa: { sancoes: undefined } }, 'condicionado'],
  ['S7', 'suspended', { licitacao: { situacao: 'suspensa' } }, 'condicionado'],
];

describe('gates', () => {
  for (const [id, nome, mudancas, resultado, sessao = SESSAO] of CASOS)
    it(`${id}, ${nome} → ${resultado}`, () => {
      const { portoes } = decideCom(mudancas, sessao).decisao;
      expect(portoes.find((p) => p.id === id)?.resultado).toBe(resultado);
    });

  it('proposal bond shows the amount', () => {
    expect(decideCom({ fatos: { garantia_proposta_pct: '1' } }).decisao.portoes.find((p) => p.id === 'S4')!.motivo).toContain('R$ 6.000,00');
  });
});
