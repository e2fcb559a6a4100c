import { fold } from '../../kernel/index.js';

const set = (t: string): ReadonlySet<string> => new Set(fold(t.normalize('NFC')).trim().split(/\s+/));

/** Words of every notice that say nothing of what is bought; they may stand inside an expression. */
export const RUIDO = set(`contratação contratações contratar empresa empresas especializada especializado especializadas especializados pessoa pessoas jurídica jurídicas registro preço preços ata eventual eventuais futura
 futuras futuro futuros parcelada parcelado parceladas gradual objeto objeto presente licitação pregão eletrônico dispensa chamamento credenciamento seleção proposta vantajosa escolha formação visando diversos diversas diverso diversa
 geral gerais tipo tipos comum comuns continuado continuados continuada contínuo contínuos contínua contínuas técnico técnicos técnica técnicas especializado ramo pertinente preventiva corretiva preventivo corretivo preventivas corretivas preditiva futura sob demanda
 novo novos nova novas uso permanente consumo item itens lote lotes material materiais produto produtos serviço serviços respectivo respectivos respectiva respectivas profissional profissionais atividade atividades destinação
 municipal municipais público pública públicos públicas abertura processo administrativo licitatório quantidade insumos necessários necessárias necessário necessária`);

/** What stands after them is for whom, where or by what rule, not what is bought. */
export const CONTEXTO = set(`visando destinado destinada destinados destinadas destinando objetivando conforme segundo atender atendimento atendendo suprir utilização utilizado utilizados utilizada utilizadas necessidade necessidades demanda demandas manutenção-das constante
 constantes termos acordo âmbito finalidade intuito fins decorrente decorrentes oriundo oriundos oriunda provenientes proveniente convênio emenda recurso recursos localizado localizada localizados localizadas situado situada pertencente pertencentes vinculado vinculada
 vinculados junto interesse abastecer apoio-a atendidos atendidas`);

/** Bodies and places: a name follows. */
export const ORGAO = set(`secretaria secretarias prefeitura prefeituras município municípios fundo câmara departamento departamentos universidade instituto ministério tribunal fundação conselho campus batalhão comando sede autarquia gabinete governo estado diretoria superintendência
 coordenadoria procuradoria defensoria consórcio companhia rede hospital hospitais escola escolas creche creches unidade unidades órgão órgãos setor setores bairro bairros rua ruas avenida avenidas distrito comunidade comunidades povoado localidade zona cidade posto postos centro centros programa projeto-x polícia
 servidores alunos pacientes usuários munícipes população família famílias gerência coordenação assembleia regional cras creas caps samu ubs apae`);

/** A list of what is included. */
export const INCLUSAO = set('incluindo inclusive compreendendo contemplando abrangendo englobando sendo saber composto composta compostos constituído constituída contendo envolvendo como');
/** What comes along with the thing bought. */
export const ACESSORIO = set('com mediante através acompanhado acompanhada acompanhados');
/** After "no", "na", these go on saying what is bought. */
export const CONTINUA = set('área áreas especialidade especialidades categoria categorias função funções modalidade modalidades forma prestação execução elaboração realização aquisição manutenção locação fornecimento ramo ramos confecção instalação segmento organização operação gestão');
/** Heads that leave it to what follows to say what the thing is. */
export const CABECA_VAGA = set(`equipamento equipamentos aparelho aparelhos kit kits conjunto conjuntos solicitação requisição formalização referente valor autorização companhia sociedade firma prestadora instituição operadora provimento natureza caráter mocho preparação entidade organização insumo insumos artigo artigos acessório acessórios componente componentes peça peças gênero gêneros bem bens unidade unidades carga cargas dose doses linha marca mão obra
 fornecedor fornecedores solução soluções sistema sistemas diária diárias hora horas utensílio utensílios suprimento suprimentos implemento implementos prestador prestadores quilo quilos litro litros lote execução executar realização implantação ação ações trabalho trabalhos gestão área áreas categoria categorias espécie
 ramo segmento função especialidade especialidades modalidade atuação regime vaga vagas posto postos frente equipe equipes tipo tipos forma maneira modelo rede uso conta termo grupo classe classes família nível meio preparo melhoria melhorias adequação modernização recuperação desenvolvimento operacionalização disponibilização engenharia civil
 substituição troca reposição ata edital compra procedimento procedimentos profissional programa relação lista variedade demanda necessidade consumo estrutura ambiente ambientes infraestrutura cessão locador concessão emergencial medida sob apoio confecção produção`);
/** Prepositions between a head and what qualifies it. */
export const LIGA = set('de do da dos das a ao c com em entre o os as d');
