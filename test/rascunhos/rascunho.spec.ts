import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Analise, Prazo, Verificacao } from '../../src/analises/index.js';
import { buildRascunho, renderRascunhoMarkdown, type Caso, type Rascunho, type TipoRascunho } from '../../src/rascunhos/index.js';
import { openExemplo } from '../support/analise-exemplo.js';

let a: Analise;
let semCadastro: Analise;
beforeAll(async () => {
  const exemplo = await openExemplo();
  a = exemplo('empresa.json');
  semCadastro = exemplo('empresa.json', { razaoSocial: undefined, municipio: undefined, uf: undefined, documentos: undefined });
});

const fazer = (tipo: TipoRascunho, analise: Analise = a, mais: Partial<Caso> = {}): Rascunho => buildRascunho({ analise, tipo, agora: analise.agora, pontos: null, avisos: [], ...mais });
const texto = (tipo: TipoRascunho, analise: Analise = a, mais: Partial<Caso> = {}): string => renderRascunhoMarkdown(fazer(tipo, analise, mais));
/** The document without the sheet that is not sent. */
const corpo = (tipo: TipoRascunho, analise: Analise = a, mais: Partial<Caso> = {}): string => texto(tipo, analise, mais).split('\n---\n').at(-1)!;
const codigoDe = (tenta: () => unknown): unknown => {
  try {
    return tenta();
  } catch (erro) {
    return (erro as { codigo: string }).codigo;
  }
};
const prova = { documento: 'edital.pdf', pagina: 9, trecho: 'Fica exigida a visita técnica presencial.' };
const verificacao = (mais: Partial<Verificacao>): Verificacao => ({ regra: 'nova_regra', titulo: 'Visita só presencial', resultado: 'indicio', motivo: 'O edital só aceita visita presencial.', valor: null, limite: null, dispositivo: 'art. 63, § 3º, da Lei 14.133/2021', nivelFonte: 'V', vigencia: { de: '2021-04-01', ate: null }, evidencias: [prova], sugestao: 'Pedir que se aceite declaração.', ...mais });
const comVerificacoes = (...verificacoes: Verificacao[]): Analise => ({ ...a, verificacoes, pontosAEsclarecer: [], divergencias: [], prazos: a.prazos.map((x) => ({ ...x, conflito: null })) });
const comPrazo = (id: Prazo['id'], mais: Partial<Prazo>, analise: Analise = a): Analise => ({ ...analise, prazos: analise.prazos.map((x) => (x.id === id ? { ...x, ...mais } : x)) });

describe('impugnação', () => {
  it('argues the violation with its quote, article and request, and keeps the sign apart', () => {
    const t = corpo('impugnacao');
    expect(t).toMatch(/# Impugnação ao edital\n/);
    expect(t).toContain('60% (sessenta por cento) da quantidade de cada item');
    expect(t).toContain('(edital-exemplo.pdf, p. 11)');
    expect(t).toContain('A disposição contraria o art. 67, §§ 1º e 2º, da Lei 14.133/2021.');
    expect(t).toContain('que a quantidade mínima não passe de 50% da parcela de maior relevância');
    expect(t).toContain('art. 55, § 1º, da Lei 14.133/2021');
    expect(t).toContain('é tempestiva');
    const [certo, duvidoso] = t.split('Dos pontos que pedem justificativa ou correção');
    expect(certo).not.toContain('Hora-limite');
    expect(duvidoso).toContain('não são afirmados como ilegais');
    expect(duvidoso).toContain('Se assim for, o ponto pode não estar de acordo com a norma (art. 164');
    expect(duvidoso).not.toContain('contraria o art. 164');
  });

  it('numbers its paragraphs from one, without a hole', () => {
    const numeros = [...corpo('impugnacao').matchAll(/^(\d+)\. /gm)].map((m) => Number(m[1]));
    expect(numeros.length).toBeGreaterThan(10);
    expect(numeros).toEqual(numeros.map((_, i) => i + 1));
  });

  it('with signs alone is made, and says that it is only that', () => {
    const so = comVerificacoes(verificacao({}));
    expect(texto('impugnacao', so)).toContain('Nenhuma contrariedade literal à lei foi apontada');
    expect(corpo('impugnacao', so)).not.toMatch(/contraria o|Do direito/);
  });

  it('marks what was not read in the official source, never as against the law', () => {
    const t = texto('impugnacao', comVerificacoes(verificacao({ nivelFonte: 'M' })));
    expect(t).toContain('«confira no texto oficial: art. 63, § 3º, da Lei 14.133/2021»');
    expect(t).toContain('Norma a conferir no texto oficial antes de enviar: Visita só presencial');
  });

  it('of a clause that keeps the company out says so', () => expect(corpo('impugnacao', comVerificacoes(verificacao({ resultado: 'violado', excluiEmpresa: true })))).toContain('afasta a impugnante da disputa'));

  it('is not made of nothing', () => {
    expect(codigoDe(() => fazer('impugnacao', comVerificacoes()))).toBe('nada_a_impugnar');
    expect(codigoDe(() => fazer('impugnacao', comVerificacoes(verificacao({ resultado: 'ok' }), verificacao({ resultado: 'nao_aferivel' }))))).toBe('nada_a_impugnar');
    expect(codigoDe(() => fazer('impugnacao', comVerificacoes(verificacao({ regra: 'restricoes_cumuladas' }))))).toBe('nada_a_impugnar');
  });

  it('under Lei 13.303 stands on its art. 87 and speaks of citizens', () => {
    const estatal = comPrazo('impugnacao', { dispositivo: 'art. 87, § 1º, da Lei 13.303/2016' }, { ...a, regime: '13303' });
    expect(corpo('impugnacao', estatal)).toContain('com fundamento no art. 87, § 1º, da Lei 13.303/2016');
    expect(corpo('impugnacao', estatal)).toContain('até 5 dias úteis antes');
    expect(corpo('impugnacao', estatal)).not.toContain('art. 55');
    expect(texto('impugnacao', estatal)).toContain('assine também em nome próprio');
  });
});

describe('pedido de esclarecimento', () => {
  it('asks about signs, contradictions, divergences and deadlines, each once, with what it rests on', () => {
    const analise: Analise = {
      ...comVerificacoes(verificacao({}), verificacao({ regra: 'atestado_pct_art67', titulo: 'Quantidade', resultado: 'violado' })),
      fatos: { ...a.fatos, reajuste_indice: { campo: 'reajuste_indice', valor: 'INPC', ...prova, confianca: 0.9, alternativas: [{ valor: 'IPCA', confianca: 0.8, documento: 'edital.pdf', pagina: 30, trecho: 'reajuste pela variação do IPCA.' }], nota: 'CONFLITO: o documento traz outra leitura; veja as alternativas.' } as Analise['fatos']['reajuste_indice'] },
      divergencias: [{ campo: 'propostas_fim', descricao: 'O PNCP e o edital divergem quanto a fim do recebimento das propostas: “A” no PNCP, “B” no documento.', valores: [{ fonte: 'PNCP', valor: 'A' }, { fonte: 'edital', valor: 'B', evidencia: prova }] }],
      pontosAEsclarecer: [{ texto: 'O edital não é uniforme sobre o índice de reajuste: a página 9 e a página 30 não dizem o mesmo.', evidencia: prova }, { texto: 'O total declarado deixa de fora o item 3. Perguntar se o item continua na disputa e qual é o valor máximo.', evidencia: prova }],
    };
    const conflito = 'O edital traz dois prazos (3 e 2 dias úteis): conte o de maior antecedência e peça esclarecimento.';
    const t = texto('esclarecimento', comPrazo('impugnacao', { conflito }, comPrazo('esclarecimento', { conflito }, analise)));
    const codigos = [...t.matchAll(/`([a-z_.0-9]+)` \|/g)].map((m) => m[1]);
    expect(codigos).toEqual(['nova_regra', 'ponto.2', 'fato.reajuste_indice', 'divergencia.propostas_fim', 'prazo.esclarecimento']);
    expect(t).toContain('Qual das leituras prevalece: “INPC” ou “IPCA”?');
    expect(t).toContain('Solicita-se informar se o item continua na disputa e qual é o valor máximo.');
    expect(t).toContain('Qual é a antecedência, entre as que o edital traz (3 e 2 dias úteis)?');
    expect(t.split('\n---\n').at(-1)).not.toMatch(/conte o de maior|Perguntar se|veja as alternativas/);
    expect(t).toContain('cabe em impugnação e não está aqui: Quantidade');
    expect(t).toContain('cada um dos 5 pontos acima');
  });

  it('is not made of nothing', () => expect(codigoDe(() => fazer('esclarecimento', comVerificacoes()))).toBe('nada_a_esclarecer'));

  it('holds the points chosen, in their order, and refuses one that is not there', () => {
    const dois = comVerificacoes(verificacao({}), verificacao({ regra: 'outra_regra', titulo: 'Outra' }));
    expect(corpo('esclarecimento', dois, { pontos: ['outra_regra'] })).not.toContain('Visita só presencial');
    expect(corpo('esclarecimento', dois, { pontos: ['outra_regra'] })).toContain('Do ponto a esclarecer');
    expect(codigoDe(() => fazer('esclarecimento', dois, { pontos: ['inventada'] }))).toBe('ponto_desconhecido');
  });

  it('of a rule it has no question for, asks by the suggestion', () => expect(corpo('esclarecimento', comVerificacoes(verificacao({})))).toContain('A empresa solicita que se aceite declaração.'));

  it('of direct contracting stands on the notice itself, not on art. 164', () => {
    const dispensa = comPrazo('esclarecimento', { dispositivo: null, otimista: null, conservador: null }, { ...comVerificacoes(verificacao({})), fatos: { ...a.fatos, modalidade: { ...a.fatos.modalidade, valor: 'dispensa' } as Analise['fatos']['modalidade'] } });
    expect(corpo('esclarecimento', dispensa)).toContain('nas regras do próprio instrumento convocatório');
    expect(corpo('esclarecimento', dispensa)).not.toMatch(/art\. 164|art\. 55/);
  });

  it('takes the address from the clause that rules requests, else the platform, else a gap', () => {
    const com = comPrazo('esclarecimento', { evidencias: [{ ...prova, trecho: 'pedidos enviados ao e-mail Licita@cidade.mg.gov.br até 3 dias úteis' }] }, comVerificacoes(verificacao({})));
    expect(corpo('esclarecimento', com)).toContain('licita@cidade.mg.gov.br (edital.pdf, p. 9)');
    expect(corpo('esclarecimento', comVerificacoes(verificacao({})))).toContain('sistema www.comprasserra.example');
    const semNada = comPrazo('impugnacao', { evidencias: [] }, comPrazo('esclarecimento', { evidencias: [] }, { ...comVerificacoes(verificacao({})), fatos: { ...a.fatos, plataforma: { campo: 'plataforma', valor: null, ausencia: 'nao_encontrado' } } }));
    expect(corpo('esclarecimento', semNada)).toContain('**«endereço, e-mail ou sistema indicado no edital para o envio»**');
  });
});

describe('the deadline', () => {
  const TARDE = '2026-12-11T09:00:00-03:00';
  it.each(['esclarecimento', 'impugnacao'] as const)('of %s, when over, is said and the draft is made all the same', (tipo) => {
    const t = texto(tipo, a, { agora: TARDE });
    expect(t).toContain('FORA DO PRAZO');
    expect(t).toContain('art. 170, § 4º');
    expect(t).toContain('(fora do prazo)');
    expect(t).toContain('O prazo encerrou-se em 10/12/2026 (quinta-feira), às 17:00');
    expect(t).not.toMatch(/tempestiv|Envie até/);
    expect(t).toContain('11 de dezembro de 2026');
  });

  it('says also that the opening has passed', () => {
    expect(texto('impugnacao', a, { agora: '2026-12-16T09:00:00-03:00' })).toContain('A data da abertura também já passou');
    expect(texto('impugnacao', a, { agora: TARDE })).not.toContain('A data da abertura também já passou');
  });

  it('to the second: the last moment is in time', () => {
    expect(texto('impugnacao', a, { agora: '2026-12-10T17:00:00-03:00' })).toContain('é tempestiva');
    expect(texto('impugnacao', a, { agora: '2026-12-10T17:00:01-03:00' })).toContain('FORA DO PRAZO');
  });

  it('when unknown is a gap', () => {
    const sem = comPrazo('impugnacao', { vinculante: null, impresso: null, otimista: null, conservador: null, encerrado: null });
    expect(texto('impugnacao', sem)).toContain('A data-limite não foi determinada');
    expect(fazer('impugnacao', sem).lacunas).toContain('data-limite que o edital fixa');
  });

  it('of a suspended tender does not run', () => expect(texto('impugnacao', { ...a, estado: 'SUSPENSA' })).toContain('está suspensa: o prazo não corre'));

  it('with two legal readings tells both', () => expect(corpo('impugnacao', comPrazo('impugnacao', { otimista: '2026-12-11T23:59:59-03:00' }))).toContain('se o órgão não trabalhar nos pontos facultativos do intervalo, e 11/12/2026 (sexta-feira), no fim do dia se trabalhar'));
});

describe('what is missing', () => {
  it.each(['esclarecimento', 'impugnacao'] as const)('is listed before %s and marked in it, the same things', (tipo) => {
    const r = fazer(tipo, semCadastro);
    const t = renderRascunhoMarkdown(r);
    expect(r.lacunas).toEqual(expect.arrayContaining(['razão social da empresa', 'município e UF da sede', 'nome do representante legal', 'CPF do representante legal', 'telefone', 'e-mail']));
    const [folha, documento] = t.split('\n---\n');
    for (const nome of r.lacunas) {
      expect(folha).toContain(`- ${nome}`);
      expect(documento).toContain(`«${nome}»`);
    }
    expect(new Set([...documento!.matchAll(/«([^»]+)»/g)].map((m) => m[1]))).toEqual(new Set(r.lacunas));
  });

  it.each(['esclarecimento', 'impugnacao', 'checklist'] as const)('is never a placeholder of another kind in %s', (tipo) => {
    expect(texto(tipo, semCadastro)).not.toMatch(/undefined|\bnull\b|NaN|N\/A|\\\[|\[object|R\$ \[/);
  });
});

describe('every number of a draft', () => {
  /** Articles and paragraphs of law are the draft's own. */
  const DA_LEI = /(?:arts?\.|§§?|Lei|LC|Acórdão TCU|Súmula TCU)\s*[\d./º-]+(?:(?:, | e |, §+ ?| a )[\d./º-]+)*/g;
  it.each(['esclarecimento', 'impugnacao', 'checklist'] as const)('of %s stands in the analysis', (tipo) => {
    const conhecidos = JSON.stringify(a) + [...JSON.stringify(a).matchAll(/(\d{4})-(\d\d)-(\d\d)/g)].map(([, ano, mes, dia]) => ` ${dia}/${mes}/${ano} ${Number(dia)} ${ano}`).join('') + a.empresa.cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, ' $1.$2.$3/$4-$5 ');
    const doTexto = corpo(tipo).replace(/^\d+\. |^### \d+\. |Ponto \d+/gm, '').replace(DA_LEI, '');
    const fora = [...new Set([...doTexto.matchAll(/\d+(?:[.,]\d+)*/g)].map((m) => m[0]))].filter((n) => !conhecidos.includes(n));
    expect(fora).toEqual([]);
  });
});

describe('checklist', () => {
  it('has each row of the matrix under its group, with what to do, who and when', () => {
    const t = texto('checklist');
    for (const r of a.habilitacao) expect(t).toContain(`**${r.titulo.replace(/[\\`*_[\]<>#]/g, (c) => `\\${c}`)}**`);
    expect(t).toContain('## Econômico-financeira');
    expect(t).toMatch(/Garantia de proposta \(1% do valor estimado\).*financeiro, até \d\d\/\d\d\/2026/);
    expect(t).toMatch(/Certidão federal conjunta.*válido até 03\/04\/2027/);
    expect(t).toContain('☑ | **Inscrição no CNPJ**');
    expect(t).toContain('Manifestar na hora a intenção de recorrer');
    expect(t).toContain('não substitui parecer jurídico');
  });

  it('says what can be put right after winning', () => {
    const vencida: Analise = { ...a, habilitacao: a.habilitacao.map((r) => (r.id === 'cndt' ? { ...r, status: 'a_providenciar', sanavel: true } : r)) };
    expect(texto('checklist', vencida)).toContain('sanável depois de vencer (LC 123/2006, art. 43, § 1º)');
  });
});

describe('hostile text', () => {
  const HOSTIL = '"><script>alert(1)</script> [x](javascript:y) **a** | b\u001b[2J\u202efdp.exe\0\ud800\n\n# Título falso\n- item';
  it.each(['esclarecimento', 'impugnacao', 'checklist'] as const)('in quotes, names and facts is only text in %s', (tipo) => {
    const hostil: Analise = {
      ...a, empresa: { ...a.empresa, razaoSocial: HOSTIL }, fatos: { ...a.fatos, objeto: { ...a.fatos.objeto, valor: HOSTIL } as Analise['fatos']['objeto'], orgao_nome: { ...a.fatos.orgao_nome, valor: HOSTIL } as Analise['fatos']['orgao_nome'], numero_edital: { ...a.fatos.numero_edital, valor: `../${HOSTIL}` } as Analise['fatos']['numero_edital'] },
      verificacoes: a.verificacoes.map((v) => ({ ...v, motivo: HOSTIL, evidencias: [{ documento: `${HOSTIL}.pdf`, pagina: 3, trecho: HOSTIL.repeat(50) }] })),
    };
    const r = fazer(tipo, hostil);
    const t = renderRascunhoMarkdown(r);
    expect(t).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript|^# Título falso/m);
    expect(t).not.toMatch(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u202a-\u202e]/);
    expect(t.isWellFormed()).toBe(true);
    expect(t.length).toBeLessThan(200_000);
    expect(r.nomeArquivo).toMatch(/^[A-Za-z0-9-]{1,60}$/);
  });
});
