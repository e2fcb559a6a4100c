import { describe, expect, it } from '@jest/globals';
import type { Portao } from '../../../src/analises/index.js';
import type { ConsultaSancoes, SancaoRegistrada } from '../../../src/sancoes/index.js';
import { decideCom, type Mudancas } from '../../support/entrada-decisao.js';

const registro = (m: Partial<SancaoRegistrada> = {}): SancaoRegistrada => ({
  cadastro: 'ceis', codigo: '77', cnpj: '11222333000181', nome: 'BRILHO', categoria: 'Impedimento/proibição de contratar com prazo determinado', tipo: 'impedimento', efeito: 'impede', alcance: 'ente',
  fundamento: 'Lei 14.133/2021, art. 156, III e § 4º', maxMeses: 36, abrangencia: null, fundamentacao: null, orgao: 'PREFEITURA MUNICIPAL DE SERRA CLARA - SC', esfera: 'municipal', uf: 'SC', municipio: 'serra clara',
  inicio: '2026-02-01', fim: '2028-01-31', comPrazo: true, publicacao: null, transito: null, processo: null, valorMulta: null, ...m,
});
const ATUAIS = [{ cadastro: 'ceis', data: '2026-11-06' }, { cadastro: 'cnep', data: '2026-11-07' }] as const;
const consulta = (registros: readonly SancaoRegistrada[] = [], m: Partial<ConsultaSancoes> = {}): ConsultaSancoes => ({ fontes: ATUAIS, maxDias: 30, registros, daRaiz: [], ...m });
const ANTIGAS = [{ cadastro: 'ceis', data: '2026-09-01' }, { cadastro: 'cnep', data: '2026-11-07' }] as const;
const com = (r: Partial<SancaoRegistrada>): Mudancas => ({ sancoes: consulta([registro(r)]) });
const SEM = { empresa: { sancoes: undefined } } as const;

const CASOS: readonly [string, Mudancas, Portao['resultado']][] = [
  ['nothing imported, nothing told', { ...SEM, sancoes: null }, 'nao_aferivel'],
  ['both registers, recent, nothing in them', { ...SEM, sancoes: consulta() }, 'passou'],
  ['only CEIS', { ...SEM, sancoes: consulta([], { fontes: [ATUAIS[0]] }) }, 'nao_aferivel'],
  ['old CEIS', { ...SEM, sancoes: consulta([], { fontes: ANTIGAS }) }, 'nao_aferivel'],
  ['old CEIS, but the company told of none', { sancoes: consulta([], { fontes: ANTIGAS }) }, 'passou'],
  ['impediment by this município, though the company told of none', com({}), 'reprovado'],
  ['the same, in an old register: a question', { sancoes: consulta([registro()], { fontes: ANTIGAS }) }, 'pendente'],
  ['the same, over before the session', com({ fim: '2026-11-23' }), 'passou'],
  ['another município', com({ orgao: 'PREFEITURA MUNICIPAL DE OUTRA - SC', municipio: 'outra' }), 'passou'],
  ['a municipal body whose name does not tell the município', com({ orgao: 'SERVIÇO AUTÔNOMO', municipio: null }), 'pendente'],
  ['an end that the register should give and does not', com({ fim: null }), 'pendente'],
  ['no end and none expected, within the longest term', com({ fim: null, comPrazo: false }), 'reprovado'],
  ['no end and none expected, past the longest term', com({ fim: null, comPrazo: false, inicio: '2023-11-01' }), 'passou'],
  ['improbidade without end, after years', com({ fim: null, comPrazo: false, inicio: '2019-01-01', maxMeses: null, alcance: 'todos' }), 'reprovado'],
  ['reach unknown', com({ alcance: 'indefinido', orgao: 'TRF4', esfera: 'federal' }), 'pendente'],
  ['inidoneidade of another State', com({ tipo: 'inidoneidade', alcance: 'todos', orgao: 'GOVERNO DO PARANÁ', esfera: 'estadual', uf: 'PR', municipio: null }), 'reprovado'],
  ['the same, published for its sphere alone', com({ tipo: 'inidoneidade', alcance: 'ente_ao_menos', orgao: 'GOVERNO DO PARANÁ', esfera: 'estadual', uf: 'PR', municipio: null }), 'pendente'],
  ['TCU, for a município: federal money may be in it', com({ tipo: 'inidoneidade', alcance: 'uniao', orgao: 'TRIBUNAL DE CONTAS DA UNIÃO', esfera: 'federal', municipio: null }), 'condicionado'],
  ['TCU, for a federal body', { ...com({ tipo: 'inidoneidade', alcance: 'uniao', orgao: 'TRIBUNAL DE CONTAS DA UNIÃO', esfera: 'federal', municipio: null }), orgao: { nome: 'IFSC', esfera: 'federal', uf: 'SC', municipio: 'Serra Clara' } }, 'reprovado'],
  ['suspension by another body', com({ tipo: 'suspensao', alcance: 'orgao', orgao: 'CÂMARA DE OUTRA', municipio: 'outra' }), 'condicionado'],
  ['fine of Lei 12.846', com({ cadastro: 'cnep', categoria: 'Multa', tipo: null, efeito: 'nao_impede', alcance: 'indefinido' }), 'passou'],
  ['a category nobody classified', com({ categoria: 'Interdição', tipo: null, efeito: 'desconhecido', alcance: 'indefinido' }), 'condicionado'],
  ['another establishment of the company', { sancoes: consulta([], { daRaiz: [registro({ cnpj: '11222333000262' })] }) }, 'condicionado'],
  ['another establishment, sanctioned elsewhere', { sancoes: consulta([], { daRaiz: [registro({ cnpj: '11222333000262', municipio: 'outra', orgao: 'PREFEITURA DE OUTRA' })] }) }, 'passou'],
  ['the company told the município that the register lacks', { sancoes: consulta([registro({ municipio: null, orgao: 'SERVIÇO AUTÔNOMO' })]), empresa: { sancoes: [{ tipo: 'impedimento', enteSancionador: 'Serviço Autônomo', esfera: 'municipal', uf: 'SC', municipio: 'Outra', inicio: '2026-02-01', fim: '2028-01-31' }] } }, 'passou'],
  ['what the company tells does not undo what the register says for certain', { sancoes: consulta([registro()]), empresa: { sancoes: [{ tipo: 'impedimento', enteSancionador: 'X', esfera: 'municipal', uf: 'SC', municipio: 'Outra', inicio: '2026-02-01' }] } }, 'reprovado'],
];

describe('E2 by the registers', () => {
  const gate = (m: Mudancas) => decideCom(m).decisao.portoes.find((p) => p.id === 'E2')!;
  it.each(CASOS)('%s', (_, m, resultado) => expect(gate(m).resultado).toBe(resultado));

  it('shows where it comes from and how old that is', () => {
    expect(gate({ ...SEM, sancoes: consulta() })).toMatchObject({
      motivo: 'No CEIS de 06/11/2026 (há 3 dias) e no CNEP de 07/11/2026 (há 2 dias), nada vigente que alcance este órgão.',
      dados: [{ fonte: 'ceis', valor: 'nenhuma sanção que impeça de licitar; dados de 06/11/2026' }, { fonte: 'cnep' }],
    });
    expect(gate(com({}))).toMatchObject({ dados: [{ fonte: 'ceis', campo: '77' }], motivo: expect.stringMatching(/\(CEIS de 06\/11\/2026; Lei 14\.133\/2021.*\): vigente em 24\/11\/2026/) });
    expect(gate({ ...SEM, sancoes: consulta([], { fontes: [ANTIGAS[0]] }) }).motivo).toMatch(/^Dados antigos, que já não provam nada: CEIS de 01\/09\/2026 \(há 69 dias\); importe os atuais\. Não foi importado: CNEP\. O perfil/);
  });

  it('recent registers answer the question of the profile: nothing to look up, nothing to confirm', () => {
    const ids = (m: Mudancas) => decideCom(m).plano.tarefas.map((t) => t.id);
    expect([ids({ ...SEM, sancoes: null }).includes('consulta_sancoes'), ids({ ...SEM, sancoes: consulta() }).includes('consulta_sancoes')]).toEqual([true, false]);
  });

  it('the judgement ends when the registers grow old, or a sanction in them ends', () => {
    const end = (m: Mudancas) => decideCom(m).valido_ate;
    expect(end({ sancoes: consulta([], { fontes: [{ cadastro: 'ceis', data: '2026-10-12' }] }) })).toBe('2026-11-12T00:00:00-03:00');
    expect(end(com({ fim: '2026-11-10', orgao: 'X' }))).toBe('2026-11-11T00:00:00-03:00');
  });
});
