import { describe, expect, it } from '@jest/globals';
import type { Desfecho } from '../../../src/analises/index.js';
import { decideCom, itemEdital, MATRIZ, requisito, type Mudancas } from '../../support/entrada-decisao.js';

const com = (...rs: ReturnType<typeof requisito>[]): Mudancas => ({ habilitacao: [...MATRIZ.filter((x) => !rs.some((r) => r.id === x.id)), ...rs] });
const semAtestado = requisito('atestado', 'tecnica', { titulo: 'Atestado de limpeza', status: 'falta_dado' });

const CASOS: readonly [string, Mudancas, Desfecho, readonly [string, readonly Desfecho[]][]][] = [
  ['nothing open', {}, 'GO', []],
  ['a certificate that decides', com(semAtestado), 'PENDENTE', [['e6_atestados', ['GO', 'NO_GO']]]],
  ['a certidão that can be had in time is no question', com(requisito('cndt', 'trabalhista', { status: 'falta_dado', diasParaObter: 1 })), 'GO_CONDICIONADO', []],
  ['size in an open dispute is no question', { empresa: { porte: undefined } }, 'GO', []],
  ['size in an exclusive one is', { empresa: { porte: undefined }, fatos: { me_epp: 'exclusiva' } }, 'PENDENTE', [['porte', ['GO', 'NO_GO']]]],
  ['nothing is asked when the answer cannot help', { ...com(semAtestado), empresa: { semImpedimentosArt14: false } }, 'NO_GO', []],
  ['two doubts, both decide', { ...com(semAtestado), empresa: { porte: undefined }, fatos: { me_epp: 'exclusiva' } }, 'PENDENTE', [['porte', ['GO', 'NO_GO']], ['e6_atestados', ['GO', 'NO_GO']]]],
  ['a partner may save it: the certificate still decides', { ...com(semAtestado), empresa: { aceitaConsorcio: undefined } }, 'PENDENTE', [['e6_atestados', ['GO', 'GO_CONDICIONADO', 'NO_GO']]]],
  ['a partner is accepted: the certificate only adds a condition', { ...com(semAtestado), empresa: { aceitaConsorcio: true } }, 'GO_CONDICIONADO', [['e6_atestados', ['GO', 'GO_CONDICIONADO']]]],
  ['known lack, partner not told', { ...com({ ...semAtestado, status: 'nao_atende' }), empresa: { aceitaConsorcio: undefined } }, 'PENDENTE', [['aceita_consorcio', ['GO_CONDICIONADO', 'NO_GO']]]],
  ['a thin profile is asked what it sells', { empresa: { produtos: undefined }, fatos: { objeto: 'Aquisição de medicamentos para a farmácia básica' } }, 'PENDENTE', [['objeto_no_ramo', ['GO', 'NO_GO']]]],
];

describe('questions', () => {
  for (const [nome, mudancas, desfecho, perguntas] of CASOS)
    it(nome, () => {
      const { decisao } = decideCom(mudancas);
      expect(decisao.desfecho).toBe(desfecho);
      expect(decisao.perguntas.map((p) => [p.id, p.podeMudarPara])).toEqual(perguntas);
    });

  it('say who answers and where in the profile', () => {
    const { perguntas } = decideCom({
      ...com(semAtestado, requisito('pl', 'economica', { titulo: 'Patrimônio líquido de 10%', status: 'falta_dado' }), requisito('idx', 'economica', { titulo: 'Índices de liquidez', status: 'falta_dado' }),
        requisito('rt', 'tecnica', { titulo: 'Profissional responsável técnico', status: 'falta_dado' }), requisito('lic', 'juridica', { titulo: 'Licença sanitária', status: 'falta_dado', campoEmpresa: '/documentos' })),
    }).decisao;
    expect(perguntas.map((p) => p.campoEmpresa).sort()).toEqual(['/atestados', '/documentos', '/indices', '/patrimonioLiquido', '/profissionais']);
    for (const p of perguntas) expect(p).toMatchObject({ quemResponde: 'empresa', texto: expect.stringMatching(/\?/) });
  });

  it('of one item do not hold up the others', () => {
    const { decisao, decisoesPorUnidade } = decideCom({
      fatos: { adjudicacao: 'item', me_epp: 'misto' }, empresa: { porte: undefined }, itens: [itemEdital('1', { beneficio: 'exclusiva_me_epp' }), itemEdital('2')],
    });
    expect(decisoesPorUnidade.map((d) => [d.desfecho, d.perguntas.map((p) => p.id)])).toEqual([['PENDENTE', ['porte']], ['GO', []]]);
    expect(decisao).toMatchObject({ desfecho: 'GO', unidadesIndicadas: ['2'] });
  });

  it('the reading is asked about when little was read, even with everything else in place', () => {
    const { decisao } = decideCom({ documentos: [{ nome: 'edital.pdf', sha256: '0'.repeat(64), classe: 'edital', paginas: 100, paginasLidas: 69, usado: true, motivo: '' }] });
    expect(decisao).toMatchObject({ desfecho: 'PENDENTE', score: null, completude: 0.69, perguntas: [{ id: 'leitura', quemResponde: 'leitura' }] });
    expect(decideCom({ documentos: [{ nome: 'edital.pdf', sha256: '0'.repeat(64), classe: 'edital', paginas: 100, paginasLidas: 70, usado: true, motivo: '' }] }).decisao.desfecho).toBe('GO');
  });
});
