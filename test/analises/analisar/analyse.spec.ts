import { describe, expect, it } from '@jest/globals';
import { analyse, REGRAS_VERSAO } from '../../../src/analises/index.js';
import { entradaCom, fatosCom, itemCom } from '../../support/fatos.js';

const EDITAL = `Capa
9. DA IMPUGNAÇÃO
9.1. As impugnações serão enviadas até 3 (três) dias úteis antes da abertura, até as 17h.
10. DA HABILITAÇÃO
10.1. Prova de regularidade com a Fazenda Federal.
10.2. Comprovar por atestado a execução das quantidades do quadro abaixo.
10.3. A proposta será assinada pelo representante legal da empresa licitante, sob pena de desclassificação.`;
const FATOS = fatosCom(
  { modalidade: 'pregao', criterio_julgamento: 'menor_preco', modo_disputa: 'aberto', sessao_abertura: '2026-11-24T10:00:00-03:00', propostas_fim: '2026-11-24T09:00:00-03:00', impugnacao_dias_uteis: 3, objeto: 'Aquisição de cadeiras', adjudicacao: 'item', pagamento_prazo: { n: 30, unidade: 'dias' } },
  { pagamento_prazo: { alternativas: [{ valor: { n: 10, unidade: 'dias' }, confianca: 0.8, documento: 'edital.pdf', pagina: 7, trecho: 'pagamento em 10 (dez) dias' }] } },
);
const ENTRADA = entradaCom({ texto: EDITAL, fatos: FATOS, itens: [itemCom({ valorTotal: '1000.00', beneficio: 'exclusiva_me_epp' })], empresa: { porte: 'demais' }, licitacao: { uf: 'MG', publicacao: '2026-11-03T08:00:00' }, agora: '2026-11-10T10:00:00-03:00' });

describe('analyse', () => {
  const r = analyse(ENTRADA);
  it('brings law, state, deadlines, checks, matrix and items together', () => {
    expect([r.regrasVersao, r.regime, r.estado, r.proximoPrazo]).toEqual([REGRAS_VERSAO, '14133', 'ABERTA', 'impugnacao']);
    expect(r.prazos.find((p) => p.id === 'impugnacao')?.vinculante).toBe('2026-11-18T17:00:00-03:00');
    expect(r.verificacoes.find((v) => v.regra === 'prazo_minimo_art55')?.resultado).toBe('ok');
    expect(r.habilitacao.find((h) => h.id === 'atestado')?.status).toBe('a_esclarecer');
    expect(r.meEpp.itens.map((i) => i.empresaPodeDisputar)).toEqual(['nao']);
  });
  it('asks about the table that is not there and about the contradiction', () => {
    expect(r.pontosAEsclarecer.map((p) => p.texto)).toEqual(expect.arrayContaining([expect.stringContaining('quadro abaixo'), expect.stringContaining('o prazo de pagamento: a página 1 e a página 7')]));
  });
  it('is a function of its input', () => expect(JSON.stringify(analyse(ENTRADA))).toBe(JSON.stringify(r)));
  it('moves with the clock: the day after the session it is over', () => {
    const depois = analyse({ ...ENTRADA, agora: '2026-11-25T10:00:00-03:00' });
    expect([depois.estado, depois.proximoPrazo]).toEqual(['ENCERRADA', null]);
  });
  it('takes municipal holidays: the limit goes back a day', () => {
    const feriado = analyse({ ...ENTRADA, calendarioExtra: [{ dia: '2026-11-19', nome: 'Aniversário do município' }] });
    expect(feriado.prazos.find((p) => p.id === 'impugnacao')?.vinculante).toBe('2026-11-17T17:00:00-03:00');
  });
  it('shows no placeholder', () => {
    expect(JSON.stringify([r.prazos, r.verificacoes.map((v) => v.motivo), r.habilitacao.map((h) => h.motivo), r.pontosAEsclarecer])).not.toMatch(/undefined|NaN|\[object/);
  });
});

describe('a total that leaves an item out', () => {
  const pontos = (total: string) => analyse(entradaCom({ texto: EDITAL, fatos: fatosCom({ valor_estimado_total: total }), itens: ['1000.00', '250.00', '70.00'].map((valorTotal, i) => ({ ...itemCom({ valorTotal }), numero: String(i + 1) })) }))
    .pontosAEsclarecer.map((p) => p.texto).filter((t) => t.includes('deixa de fora'));
  it('is asked about when the difference is exactly one item', () => expect(pontos('1070.00')).toEqual([expect.stringMatching(/R\$ 1\.070,00.*item 2 \(R\$ 250,00\).*soma dos 3 itens é R\$ 1\.320,00/)]));
  it.each([['1320.00'], ['1300.00'], ['2000.00']])('%s: nothing', (total) => expect(pontos(total)).toEqual([]));
});
