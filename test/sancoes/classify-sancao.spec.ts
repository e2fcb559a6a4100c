import { describe, expect, it } from '@jest/globals';
import { classifySancao, type AlcanceRegistrado, type TipoSancao } from '../../src/sancoes/index.js';
import { readMunicipio } from '../../src/sancoes/domain/read-municipio.js';
import { isMunicipio } from '../../src/sancoes/leitura/municipios.js';

const TODAS = 'Todas as Esferas em todos os Poderes';
const ESFERA = 'Na Esfera e no Poder do órgão sancionador';
const PODERES = 'Em todos os Poderes da Esfera do órgão sancionador';
const ORGAO = 'No órgão sancionador';
const IMPEDIMENTO = 'Impedimento/proibição de contratar com prazo determinado';
const INIDONEA = 'Declaração de Inidoneidade sem prazo determinado';

/** Category, law as published, published scope → kind (null: bars nobody) and reach. */
const CASOS: readonly [string, string | null, string | null, TipoSancao | null, AlcanceRegistrado, string?][] = [
  [IMPEDIMENTO, 'LEI 14133 - ART. 156, III', ESFERA, 'impedimento', 'ente'],
  // The law keeps it to the entity, whatever was published.
  [IMPEDIMENTO, 'Lei nº 14.133/2021, art. 156, III', TODAS, 'impedimento', 'ente'],
  ['Impedimento/proibição de contratar sem prazo determinado', 'LEI 10520 - ART. 7º', null, 'impedimento', 'ente'],
  [IMPEDIMENTO, 'LEI 13303 - ART. 83, III', ORGAO, 'impedimento', 'orgao'],
  [IMPEDIMENTO, 'LEI 8429 - ART. 12, I', TODAS, 'impedimento', 'todos'],
  // A court's sphere is not the injured entity's.
  [IMPEDIMENTO, 'LEI 8429 - ART. 12, II', PODERES, 'impedimento', 'indefinido'],
  [IMPEDIMENTO, 'LEI 9504 - ART. 81, § 3º', null, 'impedimento', 'todos'],
  [IMPEDIMENTO, 'LEI 12529 - ART. 38, II', TODAS, 'impedimento', 'todos'],
  [IMPEDIMENTO, null, ORGAO, 'impedimento', 'ente_ao_menos'],
  [IMPEDIMENTO, 'LEI ESTADUAL 9.433/2005', null, 'impedimento', 'indefinido'],
  ['Decisão judicial liminar/cautelar que impeça contratação', null, TODAS, 'impedimento', 'ente_ao_menos'],
  [INIDONEA, 'LEI 8666 - ART. 87, IV', null, 'inidoneidade', 'todos'],
  [INIDONEA, 'LEI 14133 - ART. 156, IV', TODAS, 'inidoneidade', 'todos'],
  // Published for less than the law says: certain there, a question elsewhere.
  [INIDONEA, 'LEI 8666 - ART. 87, IV', ESFERA, 'inidoneidade', 'ente_ao_menos'],
  [INIDONEA, 'LEI 8443 - ART. 46', TODAS, 'inidoneidade', 'uniao'],
  [INIDONEA, null, null, 'inidoneidade', 'uniao', 'TRIBUNAL DE CONTAS DA UNIÃO'],
  [INIDONEA, null, null, 'inidoneidade', 'todos', 'TRIBUNAL DE CONTAS DO ESTADO DE SANTA CATARINA'],
  ['Suspensão', 'LEI 8666 - ART. 87, III', PODERES, 'suspensao', 'orgao'],
  ['Suspensão', null, null, 'suspensao', 'orgao'],
  ['Multa', 'LEI 12846 - ART. 6º, I', null, null, 'indefinido'],
  ['Publicação extraordinária da decisão condenatória', 'LEI 12846 - ART. 6º, II', null, null, 'indefinido'],
  ['Proibição de receber incentivos, subsídios, subvenções, doações ou empréstimos', 'LEI 12846 - ART. 19, IV', null, null, 'indefinido'],
];

describe('classifySancao', () => {
  it.each(CASOS)('%s · %s · %s', (categoria, fundamentacao, abrangencia, tipo, alcance, orgao = 'ÓRGÃO DE EXEMPLO') => {
    const c = classifySancao({ categoria, fundamentacao, abrangencia, orgao });
    expect([c.tipo, c.alcance, c.efeito]).toEqual([tipo, alcance, tipo ? 'impede' : 'nao_impede']);
  });

  it.each(['Suspensão/Interdição das atividades', 'Dissolução compulsória', 'Cassação de alvará', ''])('what nobody classified (%s) never blocks', (categoria) => {
    expect(classifySancao({ categoria, fundamentacao: 'LEI 12846 - ART. 19', abrangencia: TODAS, orgao: 'X' })).toMatchObject({ tipo: null, efeito: 'desconhecido' });
  });

  it('tells the law it recognised, and takes no number for another', () => {
    expect(classifySancao({ categoria: IMPEDIMENTO, fundamentacao: 'LEI 14133 - ART. 156, III', abrangencia: null, orgao: 'X' })).toMatchObject({ fundamento: 'Lei 14.133/2021, art. 156, III e § 4º', maxMeses: 36 });
    expect(classifySancao({ categoria: IMPEDIMENTO, fundamentacao: 'PROCESSO 214133/2020', abrangencia: null, orgao: 'X' }).fundamento).toBeNull();
  });
});

describe('readMunicipio', () => {
  it.each([
    ['PREFEITURA MUNICIPAL DE JOINVILLE - SC', 'SC', 'joinville'], ['Prefeitura Municipal de Itapetininga (SP)', 'SP', 'itapetininga'], ['MUNICÍPIO DE SÃO JOÃO DO OESTE', 'SC', 'sao joao do oeste'], ['Câmara Municipal de Olho d\'Água / PB', 'PB', 'olho d\'agua'],
    ['Fundo Municipal de Saúde de Vassouras/RJ', 'RJ', 'vassouras'], ['PREFEITURA DE JOINVILLE - SECRETARIA DE SAÚDE', 'SC', 'joinville'], ['Secretaria de Saúde - Município de Joinville', 'SC', 'joinville'], ['PREFEITURA DO RIO DE JANEIRO', 'RJ', 'rio de janeiro'],
    // Nothing that exists there, nothing plain: unknown, which is a question and not another município.
    ['PREFEITURA MUNICIPAL DE JOINVILLE', 'PR', null], ['Prefeitura Municipal de Joinvile', 'SC', null], ['Prefeitura de Blumenau e Município de Joinville', 'SC', null], ['Prefeitura de Blumenau / Município de Joinville', 'SC', null], ['Governo do Estado do Paraná', 'PR', null], ['CONSÓRCIO INTERMUNICIPAL', 'SC', null],
  ])('%s, %s → %s', (orgao, uf, municipio) => expect(readMunicipio(orgao, (nome) => isMunicipio(nome, uf))).toBe(municipio));
});
