import { fold } from '../../../kernel/index.js';

const words = (texto: string): readonly string[] => texto.trim().split(/\s+/);

/** Words that say nothing about what is bought: grammar and the vocabulary of every edital. */
const VAZIAS = new Set(words(`
 a ao aos as com como contra da das de do dos e em entre era essa esse esta este foi ha isso isto ja la lhe mais mas na nas nao nem no nos num numa o os ou para pela
 pelas pelo pelos por qual quais quando que se sem sob sobre sua suas seu seus tal tem um uma uns umas ser sao sera serao ate apos bem conforme cada
 aquisicao aquisicoes compra compras contratacao contratacoes contratar contrato contratos empresa empresas especializada especializado especializadas especializados
 fornecimento fornecer fornecedor fornecedora prestacao prestadora prestar prestador servico servicos execucao executar realizacao objeto objetivo licitacao edital pregao
 concorrencia dispensa registro preco precos ata eventual eventuais futura futuras futuro futuros parcelada parcelado demanda demandas necessidade necessidades atender
 atendimento atendendo municipio municipal municipais prefeitura secretaria secretarias estado estadual federal uniao governo orgao orgaos publica publico publicas
 publicos administracao administrativa administrativo departamento fundo setor unidade unidades diversas diversos diversa diverso geral gerais especie tipo tipos
 termo referencia anexo anexos especificacao especificacoes quantidade quantidades item itens lote lotes grupo valor total menor prazo dias meses ano anos periodo
 incluindo inclusive bem como todos todas todo toda demais outros outras outro outra material materiais produto produtos comercio comercial comercializacao
 varejista varejo atacado atacadista industria industrial fabricacao atividade atividades ramo area areas empresarial loja venda vendas revenda distribuicao distribuidora solucao solucoes
 qualidade novo nova novos novas uso local locais rua avenida bairro cidade regiao programa acao acoes informacao informacoes sociedade ltda eireli
 disponibilizacao visando destinado destinada destinados destinadas mediante regime meio atraves junto modelo sendo devera deverao condicoes exigencias constantes
 brasil nacional regional minimo minima maximo maxima primeira qualquer proprio propria relativo relativa referente`));

/** Words shared by trades that have nothing in common: on their own they are a weak sign. */
const GENERICAS = new Set(words(`
 manutencao instalacao instalacoes locacao equipamento equipamentos peca pecas consultoria assessoria projeto projetos suporte tecnico tecnica tecnicos tecnicas sistema
 sistemas gestao reposicao preventiva corretiva insumo insumos acessorio acessorios utensilio utensilios kit kits conjunto implantacao operacao apoio continuada continuo
 aplicacao elaboracao profissional profissionais desenvolvimento controle montagem reparo reparos conserto linha marca integrado integrada escola escolar escolas
 saude educacao social assistencia hospital hospitalar infantil trabalho treinamento entrega interno interna externo externa rede redes plataforma predial`).map(stem));

/**
 * Light stem: plural and final vowel dropped, cut at seven letters, so that "construção", "construções" and
 * "construtora" meet and "transporte" and "transparente" do not.
 */
export function stem(palavra: string): string {
  let s = palavra;
  if (s.length > 3)
    s = s.replace(/(?:oes|aes)$/, 'ao').replace(/ais$/, 'al').replace(/eis$/, 'el').replace(/ois$/, 'ol').replace(/ns$/, 'm').replace(/([rzs])es$/, '$1').replace(/s$/, '');
  return (s.length > 3 ? s.replace(/[aeo]$/, '') : s).slice(0, 7);
}

export interface Chaves {
  /** Stems that name the trade. */
  readonly proprias: ReadonlySet<string>;
  /** Stems many trades share. */
  readonly genericas: ReadonlySet<string>;
}

/** At most this much of a text is compared: the rest of a longer one is detail. */
const MAXIMO = 6000;

/** The stems of a text, in two classes. "Mão de obra" is no obra. */
export function keysOf(texto: string): Chaves {
  const proprias = new Set<string>();
  const genericas = new Set<string>();
  const limpo = fold(texto.slice(0, MAXIMO).normalize('NFC')).replace(/\bmao[\s-]+de[\s-]+obra\b/g, ' ').replace(/\bar[\s-]+condicionado/g, ' arcondicionado');
  for (const palavra of limpo.split(/[^a-z0-9]+/)) {
    if (palavra.length < 3 || /\d/.test(palavra) || VAZIAS.has(palavra)) continue;
    const s = stem(palavra);
    (GENERICAS.has(s) ? genericas : proprias).add(s);
  }
  return { proprias, genericas };
}

const DESTINO = /\b(?:para (?:atend|uso|suprir|utilizacao|manutencao d|(?:as?|os?) (?!(?:execu|presta|fornec|elabora|realiza|aquisi|contrata|operacion|implanta|implement|constru|obras?|reforma|desenvolv|servi)))|visando|destinad[oa]s?|em atendimento|a fim de|com (?:a finalidade|o objetivo)|no ambito|n[oa]s? (?:municipio|bairro|rua|avenida|sede|localidade|predio)|conforme|de acordo|nos termos|localizad[oa])/;

/** What is bought, without what it is for: "aquisição de papel" of "aquisição de papel para atender a Secretaria de Obras". */
export function headOf(objeto: string): string {
  const i = fold(objeto.normalize('NFC')).search(DESTINO);
  return i >= 25 ? objeto.slice(0, i) : objeto;
}
