import { describe, expect, it } from '@jest/globals';
import { parseValorDoCampo } from '../../../src/editais/correcoes/valor-do-campo.js';
import { CAMPOS, type Ausencia, type Campo, type Fato, type FatoLido, type ValorPorCampo } from '../../../src/editais/domain/fato.js';
import { AUSENCIAS, fatoSchema } from '../../../src/editais/http/fato.schema.js';
import { fromValorApi, toFatoApi } from '../../../src/editais/http/to-fato-api.js';
import type { CorrecaoAConfirmar, CorrecaoFatoVigente } from '../../../src/editais/correcoes/tipos.js';

const EVIDENCIA = { documento: 'Edital.pdf', pagina: 3, trecho: 'conforme disposto no item 4.2 do edital' };

/** Every field: a value as it is read, and how the API shows it. */
const CASOS: { readonly [C in Campo]: readonly [ValorPorCampo[C], tipo: string, unidade: string | null] } = {
  numero_edital: ['12/2026', 'texto', null], numero_processo: ['77/2026', 'texto', null], orgao_nome: ['Município de Pedra Lisa', 'texto', null], orgao_cnpj: ['11222333000181', 'texto', null],
  modalidade: ['pregao', 'enum', null], forma: ['eletronica', 'enum', null], criterio_julgamento: ['menor_preco', 'enum', null], adjudicacao: ['item', 'enum', null], modo_disputa: ['aberto', 'enum', null],
  srp: [true, 'booleano', null], regime_execucao: ['empreitada_preco_unitario', 'enum', null], objeto: ['aquisição de mobiliário', 'texto', null],
  sessao_abertura: ['2026-08-10T09:00:00-03:00', 'data_hora', null], propostas_fim: ['2026-08-10T08:59:00-03:00', 'data_hora', null],
  impugnacao_dias_uteis: [3, 'numero', 'dias_uteis'], esclarecimento_dias_uteis: [3, 'numero', 'dias_uteis'], plataforma: ['BLL', 'texto', null], valor_estimado_total: ['250000.00', 'dinheiro', 'BRL'], orcamento_sigiloso: [false, 'booleano', null],
  me_epp: ['exclusiva', 'enum', null], validade_proposta_dias: [60, 'numero', 'dias'], garantia_proposta_pct: ['1', 'percentual', '%'], garantia_execucao_pct: ['5', 'percentual', '%'], capital_ou_pl_minimo_pct: ['10', 'percentual', '%'],
  indices_minimos: ['1.0', 'indice', null], balanco_exercicios: [2, 'numero', 'exercicios'], falencia_validade_dias: [90, 'numero', 'dias'], visita_tecnica: ['facultativa', 'enum', null], amostra_ou_poc: [true, 'booleano', null],
  consorcio: ['vedado', 'enum', null], subcontratacao: ['permitida', 'enum', null], atestado_min_pct: ['50', 'percentual', '%'], prazo_execucao: [{ n: 30, unidade: 'dias' }, 'prazo', 'dias'], vigencia_contrato: [{ n: 12, unidade: 'meses' }, 'prazo', 'meses'],
  pagamento_prazo: [{ n: 10, unidade: 'dias_uteis' }, 'prazo', 'dias_uteis'], reajuste_indice: ['IPCA', 'texto', null], multa_mora_pct_dia: ['0.33', 'percentual', '%/dia'], multa_compensatoria_max_pct: ['10', 'percentual', '%'],
};
const lido = (campo: Campo, valor: unknown = CASOS[campo][0]): FatoLido => ({ campo, valor, confianca: 0.95, secao: '4. DA HABILITAÇÃO', ...EVIDENCIA }) as FatoLido;
const ausente = (campo: Campo, ausencia: Ausencia): Fato => ({ campo, valor: null, ausencia }) as Fato;
const correcao = (campo: Campo, valor: unknown): CorrecaoFatoVigente => ({ alvo: 'fato', id: 'cor_1', campo, valor, motivo: 'conferido', autor: 'Ana', em: '2026-07-01T12:00:00.000Z', leituraHash: 'h' });

describe('toFatoApi', () => {
  it.each(CAMPOS)('shows %s by its type, and takes it back as a correction', (campo) => {
    const [valor, tipo, unidade] = CASOS[campo];
    const api = fatoSchema.parse(toFatoApi(lido(campo)));
    expect(api).toMatchObject({ campo, tipo, valor, unidade, ausencia: null, confianca: 0.95, evidencia: EVIDENCIA, secao: '4. DA HABILITAÇÃO', alternativas: [], nota: null, origem: 'maquina', correcao: null, leituraDaMaquina: null });
    if (api.tipo === 'enum') expect(api.opcoes).toContain(valor);
    expect(parseValorDoCampo(campo, fromValorApi(campo, api.tipo, api.valor))).toEqual(valor);
  });

  it.each(CAMPOS)('shows what %s lacks by the kind of its absence', (campo) => {
    for (const ausencia of AUSENCIAS) {
      expect(fatoSchema.parse(toFatoApi(ausente(campo, ausencia)))).toMatchObject({ campo, tipo: CASOS[campo][1], valor: null, ausencia, evidencia: null, confianca: null });
    }
  });

  it.each(CAMPOS)('puts a person’s word in the place of the machine’s reading of %s', (campo) => {
    const api = fatoSchema.parse(toFatoApi(ausente(campo, 'nao_encontrado'), { vigente: correcao(campo, CASOS[campo][0]) }));
    expect(api).toMatchObject({ campo, tipo: CASOS[campo][1], valor: CASOS[campo][0], ausencia: null, confianca: 1, origem: 'pessoa', correcao: { estado: 'vigente', autor: 'Ana', pergunta: null }, leituraDaMaquina: { valor: null, ausencia: 'nao_encontrado' } });
  });

  it('shows a proposal’s guarantee given as an amount as money', () => {
    const api = fatoSchema.parse(toFatoApi(lido('garantia_proposta_pct', { valor: '1500.00' })));
    expect(api).toMatchObject({ tipo: 'dinheiro', valor: '1500.00', unidade: 'BRL' });
    expect(parseValorDoCampo('garantia_proposta_pct', fromValorApi('garantia_proposta_pct', api.tipo, api.valor))).toEqual({ valor: '1500.00' });
    const corrigido = fatoSchema.parse(toFatoApi(lido('garantia_proposta_pct', { valor: '1500.00' }), { vigente: correcao('garantia_proposta_pct', '1') }));
    expect(corrigido).toMatchObject({ tipo: 'percentual', valor: '1', unidade: '%', leituraDaMaquina: { valor: '1500.00', unidade: 'BRL' } });
  });

  it('keeps other readings, notes and the proof of an absence', () => {
    const outra = { documento: 'TR.pdf', pagina: 9, trecho: 'validade de 90 (noventa) dias' };
    expect(toFatoApi({ ...lido('validade_proposta_dias'), alternativas: [{ valor: 90, confianca: 0.7, ...outra }], preteridas: [{ valor: 30, confianca: 0.4, ...outra }], nota: 'CONFLITO: o TR diz 90' } as Fato)).toMatchObject({
      valor: 60, alternativas: [{ valor: 90, unidade: 'dias', confianca: 0.7, evidencia: outra }], preteridas: [{ valor: 30, unidade: 'dias', confianca: 0.4, evidencia: outra }], nota: 'CONFLITO: o TR diz 90',
    });
    expect(toFatoApi({ campo: 'garantia_execucao_pct', valor: null, ausencia: 'nao_exige', evidencia: EVIDENCIA })).toMatchObject({ ausencia: 'nao_exige', evidencia: EVIDENCIA });
  });

  it('uses the machine’s new reading while a correction waits, and says so', () => {
    const aConfirmar: CorrecaoAConfirmar = { ...correcao('valor_estimado_total', '255000.00'), leituraEntao: lido('valor_estimado_total'), pergunta: 'continua valendo?' };
    const api = fatoSchema.parse(toFatoApi({ ...lido('valor_estimado_total', '310000.00'), nota: 'inclui BDI' } as Fato, { aConfirmar }));
    expect(api).toMatchObject({ valor: '310000.00', origem: 'maquina', correcao: { estado: 'a_confirmar', valor: '255000.00', pergunta: 'continua valendo?' }, leituraDaMaquina: null });
    expect(api.nota).toBe('A correção de Ana para “R$ 255.000,00” espera confirmação: os documentos mudaram depois dela. inclui BDI');
  });

  it('lets a person say that there is no value', () => {
    const vigente = { ...correcao('garantia_execucao_pct', null), ausencia: 'nao_exige' as const };
    expect(toFatoApi(lido('garantia_execucao_pct'), { vigente })).toMatchObject({ tipo: 'percentual', valor: null, ausencia: 'nao_exige', confianca: null, correcao: { valor: null, ausencia: 'nao_exige' }, leituraDaMaquina: { valor: '5' } });
  });
});
