import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Analise } from '../../src/analises/index.js';
import { buildRelatorio, renderMarkdown } from '../../src/relatorios/index.js';
import { provas } from '../../src/relatorios/bloco.js';
import { openExemplo } from '../support/analise-exemplo.js';

let a: Analise;
beforeAll(async () => {
  a = (await openExemplo())('empresa.json');
});
const md = (mudancas: Partial<Analise> = {}): string => renderMarkdown(buildRelatorio({ ...a, ...mudancas }));
const fatos = (mudancas: object): Partial<Analise> => ({ fatos: { ...a.fatos, ...mudancas } });
const lido = { documento: 'edital.pdf', pagina: 1, trecho: 'trecho do edital', confianca: 0.9 };

describe('title', () => {
  it.each([
    ['pregao', 'eletronica', 'Pregão eletrônico'], ['dispensa', 'eletronica', 'Dispensa eletrônica'], ['concorrencia', 'presencial', 'Concorrência presencial'],
    ['leilao', 'eletronica', 'Leilão eletrônico'], ['credenciamento', 'eletronica', 'Credenciamento eletrônico'],
  ])('%s %s → %s', (modalidade, forma, esperado) =>
    expect(md(fatos({ modalidade: { ...lido, campo: 'modalidade', valor: modalidade }, forma: { ...lido, campo: 'forma', valor: forma } }))).toMatch(new RegExp(`^# ${esperado} nº 031/2026\n`)));
});

describe('quotes of a line', () => {
  const e = (trecho: string, pagina = 7) => ({ documento: 'a.pdf', pagina, trecho });
  it('of two where one holds the other, the longer stays; the same one comes once', () => {
    expect(provas([e('até as 17h00min'), e('3 dias úteis antes, até as 17h00min')])).toHaveLength(2);
    expect(provas([e('o mesmo'), e('o mesmo')])).toHaveLength(2);
    expect(provas([e('o mesmo'), e('o mesmo', 8)])).toHaveLength(4);
  });
});

describe('sums', () => {
  it('a percentage is no amount of money', () => {
    const texto = md({ contas: [{ titulo: 'Margem vendendo pelo valor máximo', valor: '28.53', unidade: '%', formula: 'conta' }] });
    expect(texto).toContain('**28,53%**');
    expect(texto).not.toContain('R$ 28,53');
  });
});

describe('items', () => {
  it('a reason that is the tender\'s own is not said on each row; another one is', () => {
    const linha = (texto: string, n: number): string => texto.split('\n').find((l) => l.startsWith(`| ${n} (p.`))!;
    expect(linha(md(), 3)).not.toContain('garantia de proposta');
    const [primeira, ...resto] = a.decisoesPorUnidade;
    const outra = { ...primeira!, motivos: [{ texto: 'Confirme que fornece este item.', evidencia: null }] };
    expect(linha(md({ decisoesPorUnidade: [outra, ...resto] }), 1)).toContain('Confirme que fornece este item.');
  });
});

describe('little data', () => {
  it('marks the score as provisional', () => expect(md({ decisao: { ...a.decisao, confianca: 0.28 } })).toContain('provisório: há poucos dados'));
});

describe('deadlines after the session', () => {
  it('are estimates, the safe date first', () => {
    const linha = md().split('\n').find((l) => l.startsWith('| **Recurso'))!;
    expect(linha).toMatch(/estimado: 18\/12\/2026 \| \*\*depois da sessão\*\* \| 18\/12\/2026 às 23:59 \(segura\) ou 21\/12\/2026/);
  });
});

describe('questions', () => {
  it('are asked once', () => {
    const pergunta = { id: 'x', texto: 'Quais são os índices do último balanço?', quemResponde: 'empresa' as const, podeMudarPara: ['GO_CONDICIONADO', 'NO_GO'] as const };
    const texto = md({ decisao: { ...a.decisao, desfecho: 'PENDENTE', perguntas: [pergunta], oQueMudaADecisao: [`A resposta a esta pergunta pode mudar o desfecho: ${pergunta.texto}`] } });
    expect(texto.split(pergunta.texto)).toHaveLength(2);
    expect(texto).toContain('“participar com condições” ou “não participar”');
  });
});
