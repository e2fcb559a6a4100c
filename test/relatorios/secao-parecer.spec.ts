import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Afirmacao, Analise, Parecer } from '../../src/analises/index.js';
import { buildRelatorio, renderHtml, renderMarkdown } from '../../src/relatorios/index.js';
import { openExemplo } from '../support/analise-exemplo.js';

const citacao = { documento: 'edital-exemplo.pdf', pagina: 14, trecho: 'moratória de 0,5% (cinco décimos por cento) por dia de atraso' };
const afirmacao = (texto: string, tipo: Afirmacao['tipo'] = 'risco'): Afirmacao => ({ texto, tipo, citacoes: [citacao] });
const vazio = { afirmacoes: [], ajustes: [], descartadas: [], estado: 'feito', motivo: null } as const;
const PARECER: Parecer = {
  estado: 'parcial', motivo: 'O modelo não respondeu a tempo.',
  agentes: [
    { ...vazio, agente: 'estrategico' },
    { ...vazio, agente: 'operacional', afirmacoes: [afirmacao('Um dia de atraso já custa <b>multa</b>.')], descartadas: [{ motivo: 'numero_sem_prova', quantas: 2 }] },
    { ...vazio, agente: 'juridico', estado: 'falhou', motivo: 'O modelo não respondeu a tempo.' },
    { ...vazio, agente: 'financeiro', afirmacoes: [afirmacao('A multa corre sobre a parcela.', 'observacao')], ajustes: [{ dimensao: 'risco', pontos: -4, motivo: 'Multa diária sem carência.', afirmacao: 0 }] },
  ],
  sintese: [afirmacao('Entrega e multa se somam.')], score: { regras: 90, comModelo: 88 }, dimensoes: [{ id: 'risco', regras: 68, ajuste: -4, comModelo: 64 }],
  alertas: [{ texto: 'A página traz texto dirigido a um modelo.', evidencia: { ...citacao, pagina: 3 } }],
  uso: { chamadas: 5, deCache: 1, tokensEntrada: 23_974, tokensSaida: 2_695, custoUsd: '0.01138', porChamada: [{ finalidade: 'agente_financeiro', modelo: 'modelo-x', versaoPrompt: 'v', tokensEntrada: 1, tokensSaida: 1, custoUsd: '0', deCache: false, reserva: false, tentativas: 1, ms: 1 }] },
  versoes: { prompts: 'abc123', modelo: 'modelo-x' },
};

describe('what models added, in the report', () => {
  let regras: Analise;
  beforeAll(async () => {
    regras = (await openExemplo())('empresa.json');
  });
  const md = (mais: Partial<Analise>): string => renderMarkdown(buildRelatorio({ ...regras, ...mais }));

  it('without a model: one line says so, and there is no section', () => {
    expect(md({})).toContain('Nenhum modelo de linguagem foi usado: leitura e decisão por regras.');
    expect(md({})).not.toContain('Parecer dos agentes');
  });

  it('stands apart, labelled, with quotes like any other', () => {
    const texto = md({ usouModelo: true, parecer: PARECER });
    expect(texto).toContain('**Escrito por um modelo de linguagem (modelo-x) sobre os fatos e trechos conferidos; não altera a decisão.**');
    expect(texto).toMatch(/- \*\*risco\*\* Um dia de atraso já custa \\<b\\>multa\\<\/b\\>\. \(p\. 14\)\[\^\d+\]/);
    expect(texto).toContain('Descartadas na conferência: 2 com número sem prova.');
    expect(texto).toContain('Não respondeu: O modelo não respondeu a tempo.');
    expect(texto).toContain('Nada a acrescentar ao que as regras dizem.');
    expect(texto).toMatch(/\| Risco contratual \| 68 \| −4 \| 64 \| Multa diária sem carência\./);
    expect(texto).toContain('Avaliação: 90 de 100 pelas regras; 88 com o parecer. A decisão segue a das regras.');
    expect(texto).toContain('5 chamadas a modelos e 1 resposta já guardada; 23.974 tokens enviados e 2.695 recebidos; custo de US$ 0,0114. 2 afirmações descartadas na conferência.');
    expect(texto).toContain('### Alertas sobre os documentos');
  });

  it('the synthesis is on the first page, and says whose it is; the decision is the rules’', () => {
    const primeira = md({ usouModelo: true, parecer: PARECER }).split('\n## Linha do tempo')[0]!;
    expect(primeira).toContain('### Síntese dos agentes (modelo de linguagem modelo-x; não altera a decisão)');
    expect(primeira).toContain('pelas regras; 88 com o parecer dos agentes');
    expect(primeira.split('### Síntese')[0]).toContain(md({}).split('\n### Por quê')[0]!.split('\n>')[1]!);
  });

  it('what could not be had says why; nothing is then said to be a model’s', () => {
    const agentes = PARECER.agentes.map((a) => ({ ...a, ...vazio, estado: 'falhou' as const, motivo: 'Sem crédito.' }));
    const texto = md({ parecer: { ...PARECER, estado: 'indisponivel', motivo: 'Sem crédito.', agentes, sintese: [], score: { regras: 90, comModelo: 90 }, dimensoes: [] } });
    expect(texto).toContain('Os agentes não puderam ser ouvidos nesta análise: Sem crédito.');
    expect(texto).toContain('nada do que está neste relatório foi escrito por modelo de linguagem');
  });

  it('nothing a model wrote becomes markup', () => {
    expect(renderHtml(buildRelatorio({ ...regras, usouModelo: true, parecer: PARECER }))).not.toContain('<b>multa</b>');
  });
});
