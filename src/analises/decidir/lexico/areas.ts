import { stem } from './palavras.js';

/**
 * Trades of public procurement and the words that betray them (a table of ours, not of law). It serves only to be
 * careful: two texts are called strangers to each other when both trades are recognised and none is shared.
 */
const AREAS: Readonly<Record<string, string>> = {
  construcao: `obra construcao construtora reforma ampliacao edificacao edificio pavimentacao asfalto asfaltica recapeamento calcamento bloquete bloquetamento paver drenagem terraplenagem
    terraplanagem engenharia alvenaria concreto cobertura telhado ponte muro calcada habitacional urbanizacao empreiteira demolicao fundacoes estrutura pintura impermeabilizacao
    arquitetura arquitetonico geotecnia sondagem topografia infraestrutura saneamento esgoto adutora quadra praca`,
  material_construcao: 'cimento areia brita tijolo telha tinta argamassa ferragem ferragens madeira vergalhao tubo conexao hidraulico hidraulica torneira porta janela piso azulejo ceramico parafuso ferramenta ferramentas agregado',
  eletrica: 'eletrica eletrico eletricista iluminacao luminaria lampada led cabo fio disjuntor transformador subestacao fotovoltaica fotovoltaico solar gerador poste energia',
  limpeza: 'limpeza conservacao asseio higienizacao higiene zeladoria detergente desinfetante sabao sabonete alvejante vassoura saneante descartavel descartaveis papel copeiragem faxina lavanderia',
  jardinagem: 'jardinagem rocada poda paisagismo capina grama muda arborizacao jardim',
  seguranca: 'vigilancia vigilante seguranca patrimonial monitoramento alarme cftv camera cameras portaria porteiro brigadista incendio extintor',
  software: `software licenca licencas subscricao assinatura nuvem cloud saas aplicativo informatica tecnologia computacao programacao dados digital digitais site portal hospedagem
    datacenter backup antivirus ti erp adobe microsoft business intelligence`,
  informatica: 'informatica computador computadores notebook desktop impressora toner cartucho monitor teclado mouse servidor storage switch roteador tablet nobreak scanner hardware suprimento tecnologia periferico',
  telecom: 'telefonia telecomunicacao telecomunicacoes internet fibra link telefone celular radio radiocomunicacao satelite banda pabx voip',
  medicamento: 'medicamento medicamentos farmacia farmaceutico farmaceutica drogaria farmaco comprimido ampola seringa frasco injetavel vacina soro remedio correlatos',
  material_medico: 'medico medica hospitalar hospitalares cirurgico cirurgica luva cateter gaze curativo ortese protese odontologico odontologica fralda enfermagem ambulatorial ortopedico dieta enteral',
  servico_saude: 'medico medica plantao consulta consultas exame exames clinica clinico enfermeiro psicologia fisioterapia fonoaudiologia odontologia laboratorio laboratorial diagnostico ultrassonografia terapia especialidade especialidades',
  alimento: 'alimento alimentos alimenticio alimenticia genero generos merenda cesta basica carne frango leite pao hortifruti fruta frutas verdura verduras arroz feijao cafe acucar agua mineral bebida bebidas panificacao padaria supermercado mercearia hortifrutigranjeiro',
  refeicao: 'refeicao refeicoes marmita lanche lanches buffet coffee restaurante cozinha alimentacao quentinha coquetel',
  veiculo: 'veiculo veiculos automovel caminhao onibus microonibus van ambulancia motocicleta trator retroescavadeira escavadeira motoniveladora maquina maquinas concessionaria automotor frota pesada',
  oficina: 'oficina mecanica mecanico automotivo automotiva pneu pneus veiculo veiculos lubrificante lubrificantes oleo filtro bateria funilaria borracharia lavagem automotor',
  combustivel: 'combustivel combustiveis gasolina diesel etanol posto abastecimento glp gas arla',
  transporte: 'transporte frete passageiros escolar onibus van motorista fretamento mudanca logistica caminhao passagem passagens aerea rodoviaria turismo viagem viagens',
  movel: 'movel moveis mobiliario cadeira cadeiras mesa mesas armario armarios estante estantes marcenaria sofa poltrona arquivo carteira carteiras',
  escritorio: 'papelaria escritorio expediente caneta lapis caderno papel pasta grampeador envelope escolar apagador cartolina toner livro livros livraria didatico',
  grafica: 'grafica grafico impressao impressos banner folder cartaz adesivo placa carimbo encadernacao comunicacao visual sinalizacao faixa',
  publicidade: 'publicidade propaganda marketing midia jornal jornalismo divulgacao audiovisual fotografia filmagem video radiodifusao publicacao imprensa',
  vestuario: 'uniforme uniformes vestuario camiseta camisetas calca calcado calcados confeccao confeccoes tecido tecidos textil textile bota botas epi epis fardamento malharia rouposaria roupa roupas enxoval',
  residuo: 'residuo residuos lixo coleta aterro reciclagem entulho cacamba transbordo limpa fossa incineracao sanitario',
  contabil_juridico: 'contabil contabilidade contabeis juridica juridico advocacia advogado auditoria tributario tributaria fiscal atuarial recursos humanos folha previdenciario',
  ensino: 'curso cursos capacitacao palestra palestras ensino didatico pedagogico pedagogica professor oficineiro concurso selecao vestibular aprendizagem instrutor',
  evento: 'evento eventos show shows palco som sonorizacao tenda tendas banda artistica artistico musical festa festas carnaval rodeio decoracao iluminacao cenografia',
  agro: 'agricola agricultura semente sementes adubo fertilizante calcario racao veterinario veterinaria animal animais castracao herbicida implemento agropecuaria agropecuario pecuaria muda',
  climatizacao: 'arcondicionado climatizacao refrigeracao refrigerador split climatizador geladeira freezer ventilador eletrodomestico eletrodomesticos',
  elevador: 'elevador elevadores plataforma elevatoria escada rolante',
  esporte: 'esportivo esportiva esporte bola trofeu medalha brinquedo brinquedos playground parque ludico academia ginastica arbitragem',
  seguro_financeiro: 'seguro seguros apolice sinistro bancario bancaria banco financeira credito consignado cartao vale alimentacao combustivel arrecadacao corretora',
  funerario: 'funerario funeraria urna urnas sepultamento cemiterio translado',
  ambiental: 'ambiental licenciamento meio ambiente tratamento agua efluente poco perfuracao hidrogeologico geologia monitoramento analise',
  dedetizacao: 'dedetizacao desinsetizacao desratizacao pragas descupinizacao controle vetores desinfestacao',
};

const porChave = new Map<string, string[]>();
for (const [area, palavras] of Object.entries(AREAS))
  for (const p of palavras.trim().split(/\s+/)) {
    const lista = porChave.get(stem(p)) ?? [];
    if (!lista.includes(area)) porChave.set(stem(p), [...lista, area]);
  }

/** Trades that a set of stems points to. */
export function areasOf(chaves: Iterable<string>): ReadonlySet<string> {
  const areas = new Set<string>();
  for (const c of chaves) for (const a of porChave.get(c) ?? []) areas.add(a);
  return areas;
}
