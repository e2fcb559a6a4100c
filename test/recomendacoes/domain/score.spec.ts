import { describe, expect, it } from '@jest/globals';
import { compilePerfil, compileTexto, explainTopico, LIMIAR_TOPICO, scorePontos, SEM_ESTATISTICA, type EmpresaParaCasar } from '../../../src/recomendacoes/index.js';

const empresa = (descricao: string, produtos: readonly string[], mais: Partial<EmpresaParaCasar> = {}): EmpresaParaCasar => ({ descricao, produtos: produtos.map((p) => ({ descricao: p })), ...mais });
const nota = (e: EmpresaParaCasar, objeto: string, itens?: readonly string[]): number => scorePontos(compilePerfil(e), compileTexto({ objeto, ...(itens ? { itens: itens.map((descricao) => ({ descricao })) } : {}) }), SEM_ESTATISTICA).score;

const PNEUS = empresa('Loja de pneus para órgãos públicos.', ['pneus novos', 'câmaras de ar', 'recapagem de pneus', 'alinhamento e balanceamento'], { cnaes: ['4530-7/05'] });
const LOCADORA = empresa('Locadora de veículos.', ['aluguel de carros', 'locação de caminhonetes', 'vans com motorista', 'veículos de representação'], { cnaes: ['7711-0/00'] });
const INFORMATICA = empresa('Revenda de equipamentos de informática.', ['computadores e notebooks', 'impressoras', 'switches e roteadores', 'nobreaks'], { cnaes: ['4751-2/01'] });
const MEDICOS = empresa('Fornecemos médicos para hospitais e UPAs.', ['plantões médicos', 'clínico geral e pediatra', 'consultas com especialistas', 'cobertura de escala'], { cnaes: ['8610-1/02'] });
const ESCOLAR = empresa('Transporte de alunos com ônibus e vans próprios.', ['transporte escolar', 'ônibus e vans com motorista e monitor', 'linhas rurais'], { cnaes: ['4924-8/00'] });
const POSTO = empresa('Posto de combustíveis.', ['gasolina comum', 'etanol', 'óleo diesel S10', 'abastecimento da frota'], { cnaes: ['4731-8/00'], palavrasExcluidas: ['GLP'] });
const PROJETOS = empresa('Escritório de engenharia; não executa obra.', ['projetos básicos e executivos', 'fiscalização de obras', 'levantamento topográfico', 'laudos e vistorias'], { cnaes: ['7112-0/00'], palavrasExcluidas: ['execução de obra'] });
const MOVEIS = empresa('Fábrica de móveis escolares.', ['carteiras escolares', 'mesas e cadeiras', 'armários de aço', 'quadro branco'], { cnaes: ['3101-2/00'] });
const ALIMENTOS = empresa('Atacado de alimentos.', ['arroz e feijão', 'carnes', 'hortifruti', 'leite e derivados'], { cnaes: ['4639-7/01'] });

describe('scorePontos', () => {
  const melhor: readonly (readonly [string, EmpresaParaCasar, string, string])[] = [
    ['selling over renting', INFORMATICA, 'Aquisição de notebooks', 'Locação de notebooks'],
    ['renting over selling', LOCADORA, 'Locação de veículos sem motorista', 'Aquisição de veículos zero quilômetro'],
    ['the service over the goods that share its words', MEDICOS, 'Prestação de serviços médicos em regime de plantão', 'Aquisição de material médico-hospitalar'],
    ['carrying pupils over buying buses', ESCOLAR, 'Prestação de serviços de transporte escolar', 'Aquisição de ônibus escolar'],
    ['fuel over a rental with fuel', POSTO, 'Aquisição de óleo diesel S10 e gasolina', 'Locação de veículos com combustível incluso'],
    ['fuel over the management of fuel', POSTO, 'Fornecimento de combustíveis para a frota', 'Gerenciamento de abastecimento por cartão magnético em rede credenciada'],
    ['buying over mending', MOVEIS, 'Aquisição de cadeiras escolares', 'Reforma de cadeiras escolares'],
    ['school furniture over tables rented for a party', MOVEIS, 'Aquisição de mesas e cadeiras escolares', 'Locação de mesas e cadeiras para evento'],
    ['the design over the works', PROJETOS, 'Elaboração de projeto executivo de escola', 'Execução de obra de reforma da escola'],
    ['supervision over execution', PROJETOS, 'Fiscalização da execução de obra de pavimentação', 'Execução de obra de pavimentação'],
    ['ours first over ours second', PNEUS, 'Aquisição de pneus e material de limpeza', 'Aquisição de material de limpeza e pneus'],
    ['ours alone over ours among others', PNEUS, 'Aquisição de pneus', 'Aquisição de material de limpeza, papel A4, gêneros alimentícios e pneus'],
    ['the thing over what it is for', PNEUS, 'Aquisição de pneus para a frota', 'Aquisição de tintas para pintura de pneus da praça'],
    ['open to all over family farming', ALIMENTOS, 'Aquisição de gêneros alimentícios', 'Chamada pública para aquisição de gêneros alimentícios da agricultura familiar'],
    ['open to all over MEI', PNEUS, 'Serviços de borracharia', 'Credenciamento de MEI para serviços de borracharia'],
  ];
  it.each(melhor)('prefers %s', (_nome, e, sim, nao) => expect(nota(e, sim)).toBeGreaterThan(nota(e, nao)));

  const mostra: readonly (readonly [EmpresaParaCasar, string])[] = [[PNEUS, 'Aquisição de pneus'], [LOCADORA, 'Locação de veículos'], [INFORMATICA, 'Aquisição de equipamentos de informática'], [MEDICOS, 'Contratação de serviços médicos'], [ESCOLAR, 'Transporte escolar da zona rural'], [POSTO, 'Aquisição de combustíveis'], [PROJETOS, 'Levantamento topográfico'], [MOVEIS, 'Aquisição de mobiliário escolar'], [ALIMENTOS, 'Aquisição de gêneros alimentícios para a merenda']];
  it.each(mostra)('%# is worth showing', (e, objeto) => expect(nota(e, objeto)).toBeGreaterThanOrEqual(LIMIAR_TOPICO));

  const esconde: readonly (readonly [EmpresaParaCasar, string])[] = [[PNEUS, 'Aquisição de medicamentos'], [LOCADORA, 'Aquisição de ambulância'], [MEDICOS, 'Aquisição de equipamentos médicos'], [ESCOLAR, 'Aquisição de micro-ônibus'], [POSTO, 'Recarga de gás GLP'], [ALIMENTOS, 'Construção de depósito para a merenda escolar'], [MOVEIS, 'Manutenção de ar condicionado'], [INFORMATICA, 'Curso de informática para idosos']];
  it.each(esconde)('%# is not', (e, objeto) => expect(nota(e, objeto)).toBeLessThan(LIMIAR_TOPICO));

  it('knows the synonym of an excluded word', () => {
    const r = scorePontos(compilePerfil(POSTO), compileTexto({ objeto: 'Aquisição de gás de cozinha e gasolina' }), SEM_ESTATISTICA);
    expect(r.exclusoes).toEqual([{ indice: 0, alcance: 'nucleo' }]);
  });

  it('an excluded phrase that narrows the own trade does not put the trade out', () => {
    const seguradora = empresa('Seguradora.', ['seguro de veículos', 'seguro de vida'], { palavrasExcluidas: ['seguro garantia'] });
    expect(nota(seguradora, 'Contratação de seguro para a frota de veículos')).toBeGreaterThanOrEqual(LIMIAR_TOPICO);
    expect(nota(seguradora, 'Contratação de seguro garantia')).toBeLessThan(LIMIAR_TOPICO);
  });

  it('words of one family make a tender worth more', () => {
    const e = empresa('Fabricante.', ['zarabatanas cerimoniais', 'pifaros cerimoniais']);
    expect(nota(e, 'Aquisição de zarabatanas para cerimonialista')).toBeGreaterThan(nota(e, 'Aquisição de zarabatanas para colecionador'));
  });

  it('only lowers what names an excluded word in passing', () => {
    const sem = nota({ ...PNEUS, palavrasExcluidas: [] }, 'Aquisição de pneus, com descarte dos pneus velhos em aterro licenciado');
    const r = scorePontos(compilePerfil({ ...PNEUS, palavrasExcluidas: ['aterro'] }), compileTexto({ objeto: 'Aquisição de pneus, com descarte dos pneus velhos em aterro licenciado' }), SEM_ESTATISTICA);
    expect(r.exclusoes).toEqual([{ indice: 0, alcance: 'passagem' }]);
    expect(r.score).toBeLessThan(sem);
    expect(r.score).toBeGreaterThan(0);
  });

  it('finds a product no class knows by its words', () => {
    const e = empresa('Fabricante.', ['zarabatanas cerimoniais']);
    expect(nota(e, 'Aquisição de zarabatanas cerimoniais')).toBeGreaterThanOrEqual(LIMIAR_TOPICO);
    expect(nota(e, 'Aquisição de trajes cerimoniais')).toBeLessThan(LIMIAR_TOPICO);
  });

  it('reads the items where the object is vague, and a mostly foreign list counts for little', () => {
    expect(nota(PNEUS, 'Aquisição de materiais diversos', ['Pneu 175/70 R13', 'Câmara de ar aro 16'])).toBeGreaterThanOrEqual(LIMIAR_TOPICO);
    expect(nota(PNEUS, 'Aquisição de materiais diversos', ['Arroz', 'Feijão', 'Óleo de soja', 'Café', 'Pneu 175/70 R13'])).toBeLessThan(nota(PNEUS, 'Aquisição de materiais diversos', ['Pneu 175/70 R13']));
  });
});

describe('explainTopico', () => {
  it('names the product, the words of the object and the item', () => {
    const r = explainTopico(compilePerfil(PNEUS), { objeto: 'Registro de preços para aquisição de pneus', itens: [{ numero: 7, descricao: 'Câmara de ar aro 16; borracha butílica' }] }, SEM_ESTATISTICA);
    expect(r.razoes[0]).toMatchObject({ produto: 'pneus novos', fonte: 'produto', trecho: 'pneus', item: null, inicio: 37, tipo: 'mesma_classe', classe: 'pneu' });
    expect(r.razoes).toContainEqual(expect.objectContaining({ item: 7, trecho: 'Câmara de ar aro 16', inicio: null }));
  });

  it('says so when words alone matched', () => {
    const r = explainTopico(compilePerfil(empresa('Fabricante.', ['zarabatanas cerimoniais'])), { objeto: 'Aquisição de zarabatanas cerimoniais' }, SEM_ESTATISTICA);
    expect(r.razoes).toEqual([expect.objectContaining({ produto: 'zarabatanas cerimoniais', tipo: 'palavras', classe: null, trecho: 'zarabatanas cerimoniais' })]);
  });

  it('shows the exclusion in the words of the object', () => {
    const r = explainTopico(compilePerfil(POSTO), { objeto: 'Aquisição de gás GLP P13' }, SEM_ESTATISTICA);
    expect(r.exclusoes).toEqual([{ palavra: 'GLP', trecho: 'GLP', alcance: 'nucleo' }]);
  });
});
