import { describe, expect, it } from '@jest/globals';
import type { Afirmacao, ParecerDoAgente } from '../../../src/analises/index.js';
import type { ChamadaFeita, Finalidade } from '../../../src/modelos/index.js';
import { nomesPorId, toProposta } from '../../../src/agentes/domain/mapear.js';
import { buildParecer, usouModelo } from '../../../src/agentes/domain/parecer/build-parecer.js';
import { joinSegunda, NENHUMA, splitConferidas } from '../../../src/agentes/domain/parecer/conferidas.js';
import { ContaDeChamadas, MAX_LIDOS, pickDentro } from '../../../src/agentes/domain/parecer/conta.js';
import { applyAjustes, type Placar } from '../../../src/agentes/domain/parecer/placar.js';
import { writePromptRelator } from '../../../src/agentes/domain/parecer/prompt-relator.js';
import { sumUso } from '../../../src/agentes/domain/parecer/uso.js';
import { askRecusadas } from '../../../src/agentes/domain/recusadas.js';
import { recusa } from '../../../src/agentes/domain/conferir/tipos.js';

const afirmacao = (texto: string): Afirmacao => ({ texto, tipo: 'risco', citacoes: [{ documento: 'edital.pdf', pagina: 3, trecho: 'trecho que prova o que se diz' }] });
const chamada = (finalidade: Finalidade, mais: Partial<ChamadaFeita> = {}): ChamadaFeita => ({ finalidade, modelo: 'm', versaoPrompt: 'v', tokensEntrada: 100, tokensSaida: 10, custoUsd: '0.001', deCache: false, reserva: false, tentativas: 1, ms: 5.4, ...mais });

describe('what came of a model’s claims', () => {
  it('documents come back by name, escapes undone; an unknown one stays as it was written', () => {
    const nomes = nomesPorId([['edital.pdf', 'D1']]);
    const p = toProposta({ texto: ' A &amp; B ', tipo: 'risco', citacoes: [{ documento: 'd1', pagina: 2, trecho: 'x &lt; y' }, { documento: 'D9', pagina: 1, trecho: 'z' }] }, nomes);
    expect(p).toEqual({ texto: 'A & B', tipo: 'risco', citacoes: [{ documento: 'edital.pdf', pagina: 2, trecho: 'x < y' }, { documento: 'D9', pagina: 1, trecho: 'z' }] });
  });

  it('after the second question: accepted, corrected, and the rest counted by its last reason', () => {
    const primeira = splitConferidas([{ ok: true, afirmacao: afirmacao('a') }, recusa('citacao_ausente', ''), recusa('numero_sem_prova', ''), recusa('sem_apoio', ''), { ok: false, motivo: 'repetida' }]);
    const segunda = splitConferidas([{ ok: true, afirmacao: afirmacao('b') }, recusa('contradiz_fato', '')]);
    const { afirmacoes, descartadas } = joinSegunda(primeira, segunda);
    expect(afirmacoes.map((x) => x.texto)).toEqual(['a', 'b']);
    expect(descartadas).toEqual([{ motivo: 'contradiz_fato', quantas: 1 }, { motivo: 'repetida', quantas: 1 }, { motivo: 'sem_apoio', quantas: 1 }]);
    expect(joinSegunda(primeira, NENHUMA).descartadas.reduce((n, d) => n + d.quantas, 0)).toBe(4);
  });

  it('a second answer cannot bring in more claims than were refused', () => {
    const primeira = splitConferidas([recusa('citacao_ausente', '')]);
    const segunda = splitConferidas(['a', 'b', 'c'].map((t) => ({ ok: true as const, afirmacao: afirmacao(t) })));
    expect(joinSegunda(primeira, segunda)).toEqual({ afirmacoes: [afirmacao('a')], descartadas: [] });
  });

  it('the second question tells what was refused, as data', () => {
    expect(askRecusadas([{ indice: 2, recusa: recusa('numero_sem_prova', 'O número “<b>9</b>” não está na citação.') }])).toContain('<recusada indice="2" motivo="numero_sem_prova">O número “&lt;b&gt;9&lt;/b&gt;” não está na citação.</recusada>');
  });
});

describe('the score with the agents’ moves', () => {
  const placar: Placar = { score: 60, tetos: [], dimensoes: [{ id: 'aderencia', peso: 50, nota: 40, cobertura: 1 }, { id: 'risco', peso: 50, nota: 80, cobertura: 1 }, { id: 'prazo', peso: 10, nota: null, cobertura: 0 }] };
  const movido = (dimensao: 'aderencia' | 'risco' | 'prazo', pontos: number): Pick<ParecerDoAgente, 'ajustes'> => ({ ajustes: [{ dimensao, pontos, motivo: 'm', afirmacao: 0 }] });

  it('moves a dimension ten points at most, within its bounds, and never one without data', () => {
    const { score, dimensoes } = applyAjustes(placar, [movido('aderencia', 8), movido('aderencia', 7), movido('prazo', 10)]);
    expect(dimensoes).toEqual([{ id: 'aderencia', regras: 40, ajuste: 10, comModelo: 50 }, { id: 'risco', regras: 80, ajuste: 0, comModelo: 80 }]);
    expect(score).toEqual({ regras: 60, comModelo: 65 });
  });

  it('does not lift the total over a cap of the rules, nor touch it without moves', () => {
    const comTeto: Placar = { ...placar, score: 30, tetos: ['Habilitação abaixo de 30: o total não passa de 30.'] };
    expect(applyAjustes(comTeto, [movido('risco', 10)]).score).toEqual({ regras: 30, comModelo: 30 });
    expect(applyAjustes({ ...placar, score: 61 }, []).score).toEqual({ regras: 61, comModelo: 61 });
    expect(applyAjustes({ ...placar, score: null }, [movido('risco', 5)]).score).toEqual({ regras: null, comModelo: null });
  });
});

describe('calls', () => {
  it('leaves the relator its call, and lets as many second questions as fit', () => {
    const conta = new ContaDeChamadas(10);
    expect(conta.buscas(4).chamadas).toBe(4);
    for (const f of ['agente_estrategico', 'agente_operacional', 'agente_juridico', 'agente_financeiro', 'agente_juridico'] as const) conta.onChamada(chamada(f));
    conta.onChamada(chamada('trechos'));
    expect(conta.segundas.chamadas).toBe(3);
    for (const f of ['agente_estrategico', 'agente_operacional', 'agente_juridico', 'relator'] as const) conta.onChamada(chamada(f));
    expect(conta.segundas.chamadas).toBe(0);
    expect(conta.fitsMaisUma(1)).toBe(false);
    expect(new ContaDeChamadas(6).buscas(4).chamadas).toBe(0);
  });

  it('what was read, and what the relator will read, is taken from the allowance', () => {
    const conta = new ContaDeChamadas(10, 30_000, 4000);
    for (let i = 0; i < 4; i++) conta.spend(5000);
    expect(conta.buscas(4).tokens).toBe(6000);
    conta.spend(5500);
    expect(conta.segundas.tokens).toBe(500);
    // The relator's own call takes what was kept for it.
    conta.spend(3900);
    expect(conta.fitsMaisUma(600)).toBe(true);
    expect(conta.fitsMaisUma(601)).toBe(false);
  });

  it('a model that counts more than was estimated is believed; one that counts less is not', () => {
    const conta = new ContaDeChamadas(10, 30_000, 4000);
    conta.spend(20_000);
    conta.onChamada(chamada('agente_juridico', { tokensEntrada: 24_000 }));
    expect(conta.segundas.tokens).toBe(2000);
    conta.onChamada(chamada('trechos', { tokensEntrada: 90_000 }));
    expect(conta.segundas.tokens).toBe(2000);
    expect(new ContaDeChamadas(10).buscas(4).tokens).toBe(MAX_LIDOS);
  });

  it.each([
    ['all fit', { juridico: 5, operacional: 5, financeiro: 5, estrategico: 5 }, { chamadas: 4, tokens: 20 }, ['juridico', 'operacional', 'financeiro', 'estrategico']],
    ['few calls', { juridico: 5, operacional: 5, financeiro: 5, estrategico: 5 }, { chamadas: 2, tokens: 20 }, ['juridico', 'operacional']],
    ['few tokens', { juridico: 5, operacional: 5, financeiro: 5, estrategico: 5 }, { chamadas: 4, tokens: 14 }, ['juridico', 'operacional']],
    ['one too large leaves room for the next', { juridico: 9, operacional: 5, financeiro: 3 }, { chamadas: 4, tokens: 8 }, ['operacional', 'financeiro']],
    ['none wants', {}, { chamadas: 4, tokens: 20 }, []],
    ['nothing left', { estrategico: 1 }, { chamadas: 4, tokens: -3 }, []],
  ])('who asks more, in a fixed order: %s', (_nome, custos, folga, esperados) => {
    const pares = Object.entries(custos) as [ParecerDoAgente['agente'], number][];
    expect([...pickDentro(new Map(pares), folga)]).toEqual(esperados);
    // The order in which answers came changes nothing.
    expect([...pickDentro(new Map(pares.toReversed()), folga)]).toEqual(esperados);
  });

  it('what was found kept counts as a turn, and costs nothing', () => {
    const uso = sumUso([chamada('relator'), chamada('agente_juridico', { deCache: true, custoUsd: '0', tokensEntrada: 0, tokensSaida: 0 }), chamada('trechos')]);
    expect(uso).toMatchObject({ chamadas: 2, deCache: 1, tokensEntrada: 200, tokensSaida: 20, custoUsd: '0.002' });
    expect(uso.porChamada.map((c) => c.finalidade)).toEqual(['trechos', 'agente_juridico', 'relator']);
    expect(sumUso([chamada('relator', { custoUsd: null })]).custoUsd).toBeNull();
  });
});

describe('the opinion', () => {
  const agente = (nome: ParecerDoAgente['agente'], mais: Partial<ParecerDoAgente> = {}): ParecerDoAgente => ({ agente: nome, estado: 'feito', motivo: null, afirmacoes: [afirmacao(`de ${nome}`)], ajustes: [], descartadas: [], ...mais });
  const base = { sintese: [], falhaRelator: null, alertas: [], placar: { score: 50, tetos: [], dimensoes: [] }, chamadas: [], versoes: { prompts: 'p', modelo: 'm' } };
  const falhou = { estado: 'falhou', motivo: 'O modelo não respondeu.', afirmacoes: [] } as const;

  it('says whether it is whole, and why not', () => {
    expect(buildParecer({ ...base, agentes: [agente('juridico'), agente('financeiro')] })).toMatchObject({ estado: 'completo', motivo: null });
    expect(buildParecer({ ...base, agentes: [agente('juridico'), agente('financeiro', falhou)] })).toMatchObject({ estado: 'parcial', motivo: 'O modelo não respondeu.' });
    expect(buildParecer({ ...base, agentes: [agente('juridico')], falhaRelator: 'A síntese não foi escrita.' })).toMatchObject({ estado: 'parcial', motivo: 'A síntese não foi escrita.' });
    const nada = buildParecer({ ...base, agentes: [agente('juridico', falhou), agente('financeiro', falhou)] });
    expect(nada).toMatchObject({ estado: 'indisponivel', motivo: 'O modelo não respondeu.', score: { regras: 50, comModelo: 50 } });
    expect(usouModelo(nada)).toBe(false);
  });

  it('the relator sees what was kept, first claims first, the same words once', () => {
    const prompt = writePromptRelator([agente('juridico', { afirmacoes: [afirmacao('primeira <juridica>'), afirmacao('segunda')] }), agente('financeiro', { afirmacoes: [afirmacao('primeira financeira'), afirmacao('Segunda.')] })], new Map([['edital.pdf', 'D1']]), { desfecho: 'GO', pode: 'sim', estado: 'ABERTA', portoesReprovados: [] });
    expect([...prompt.matchAll(/<texto>(.*?)<\/texto>/g)].map((m) => m[1])).toEqual(['primeira &lt;juridica&gt;', 'primeira financeira', 'segunda']);
    expect(prompt).toContain('<citacao documento="D1" pagina="3">trecho que prova o que se diz</citacao>');
    expect(prompt).toContain('<decisao desfecho="GO" pode="sim" estado="ABERTA"/>');
  });
});
