import { fold } from '../../../kernel/index.js';
import { stem } from '../../../portugues/index.js';

const words = (texto: string): string[] => fold(texto).split(/\s+/).filter(Boolean);
const stems = (texto: string): ReadonlySet<string> => new Set(words(texto).map(stem));

/** Families of words that a reader takes for one another in a tender. The first names the concept. */
const FAMILIAS: readonly string[] = [
  'licitante licitantes empresa empresas proponente proponentes interessado interessada interessados participante participantes fornecedor fornecedora fornecedores concorrente concorrentes pessoa pessoas juridica',
  'contratada contratado adjudicatario adjudicataria vencedor vencedora detentora detentor executora',
  'administracao orgao contratante municipio prefeitura municipal entidade gerenciador publica publico ente',
  'exigir exige exigido exigida exigidos exigidas exigencia exigencias obrigatorio obrigatoria obrigatoriedade obriga obrigar obrigado obrigada obrigacao obrigacoes requer requerer requerido requisito requisitos necessario necessaria necessidade precisa precisar indispensavel imprescindivel demanda demandar demandado',
  'comprovar comprovacao comprovante demonstrar demonstracao prova provar atestar evidenciar comprovadamente',
  'vedar vedado vedada vedacao proibir proibido proibida proibicao proibe impedir impedida impedido impede',
  'permitir permitido permitida admitir admitido admitida admite autoriza autorizado autorizar aceitar aceito aceita facultar facultado facultada facultativo facultativa possibilidade',
  'visita vistoria',
  'garantia caucao seguro-garantia garantido',
  'ofertar ofertado ofertada ofertados oferta ofertas oferecido oferecida oferecer proposta propostas proposto proposta-comercial',
  'multa multas penalidade penalidades sancao sancoes punicao punir penaliza penalizar',
  'pagamento pagar pago paga pagos faturamento faturar remuneracao quitacao liquidacao',
  'reajuste reajustar reajustado reajustamento correcao atualizacao repactuacao',
  'atestado atestados',
  'apresentar apresentacao apresentado apresentada entrega entregar entregue entregues envio enviar enviado encaminhar encaminhado encaminhamento remeter remessa anexar anexado inserir inserido juntar juntada upload',
  'fornecimento fornecer fornecido',
  'digital digitalizado digitalizada digitalizados eletronico eletronica eletronicamente digitalmente virtual online',
  'execucao executar executado executada executados obra obras servico servicos prestacao realizacao realizar realizado',
  'sessao abertura disputa',
  'certidao certidoes cnd',
  'recurso recursos recorrer recursal',
  'impugnacao impugnar impugnado',
  'esclarecimento esclarecimentos esclarecer duvida duvidas',
  'valor valores preco precos custo custos montante quantia importancia despesa despesas gasto gastos gastar gasta desembolso',
  'contrato contratual contratuais contratacao contratar ajuste avenca',
  'vigencia vigente duracao vigorar vigora',
  'prazo prazos tempo periodo',
  'balanco balancos demonstracoes contabeis contabil',
  'falencia recuperacao concordata falimentar',
  'consorcio consorcios consorciada consorciadas consorciado',
  'subcontratacao subcontratar subcontratado subcontratada subcontratadas terceirizar terceirizacao terceirizado terceirizada terceiros repassar repassado repassada repasse',
  'microempresa microempresas epp me mpe',
  'registro registrar registrado inscricao inscrito inscrita inscrever',
  'profissional profissionais tecnico tecnicos responsavel',
  'atraso atrasar mora atrasado demora',
  'rescisao rescindir extincao extinguir rescindido',
  'amostra amostras prototipo',
  'minimo minima minimos minimas abaixo inferior inferiores menos aquem',
  'maximo maxima limite limitado limitada limita limitar teto acima superior superiores excede exceder ultrapassa ultrapassar passar passa extrapole extrapolar extrapola superar supera excedente',
  'estimado estimada estimativa orcado orcamento referencia',
  'julgamento criterio julgar',
  'desclassificacao desclassificado desclassificada desclassificar eliminar eliminacao excluir excluida exclusao derruba derrubar derrubado afasta inabilitacao inabilitado inabilitada inabilitar',
  'exclusivo restrito restrita restringe restringir exclusiva exclusividade exclusivamente reservado reservada destinado',
  'prorrogar prorrogacao prorrogado prorrogavel renovar renovacao',
  'fiscal fiscalizacao fiscalizar gestor',
  'local endereco lugar sede',
  'engenharia engenheiro engenheira engenheiros',
  'assinatura assinar assinado assinada celebracao celebrar',
  'convocacao convocar chamar chamado chamada requisitar requisicao solicitar solicitacao convocado notificacao notificado',
  'patrimonio liquido capital',
  'alterar alteracao alteracoes alterado alterados revisar revisto revistos rever modificar modificacao mudanca mudancas',
  'validade valer vale valido valida valida-se mantido mantida mantidos mantidas',
  'lance lances',
  'antecipado antecipada antecipados antecipacao adiantado adiantada adiantamento',
  'emitir emitido emitida emitidos emitidas emissao expedir expedido expedida expedidos expedidas expedicao',
  'impresso impressa impressos impressas expresso expressa expressos expressas',
  'pontuacao pontuar pontua nota notas',
  'habitacional habitacionais casa casas moradia moradias residencia residencias habitacao',
  'disputar disputam disputarem disputara',
  'corrigir corrigido corrigida corrigi-lo corrigi-la sanar sanado saneamento retificar retificacao ajustar ajustado ajustada ajustados ajustadas',
  'majoracao majorar majorado aumento aumentar aumente aumenta aumentos elevar elevacao acrescimo acrescimos acrescer',
  'produto produtos bem bens material materiais mercadoria mercadorias equipamento equipamentos',
  'somar soma somatorio somados acumular acumulacao',
  'funcionario funcionarios empregado empregados trabalhador trabalhadores colaborador colaboradores',
  'defeito defeitos vicio vicios falha falhas',
  'troca trocar substituir substituicao repor reposicao',
  'transporte transportar frete fretes carga descarga',
  'treinamento treinar capacitacao capacitar',
  'assumir arcar custear suportar responder responsabilidade responsabilizar',
  'comunicar comunicacao avisar aviso informe',
  'suspender suspenso suspensa paralisar paralisacao paralisa paralisado',
  'anular anulacao revogar revogacao revogado cancelar cancelamento cancelado',
];

const comRaizes = (palavras: string): string[] => words(palavras).flatMap((p) => [p, stem(p)]);
/** Word or stem → the concept of its family. A stem of two families stays with the first. */
export const CONCEITOS: ReadonlyMap<string, string> = (() => {
  const mapa = new Map<string, string>();
  for (const familia of FAMILIAS) {
    const conceito = `=${words(familia)[0]!}`;
    for (const p of words(familia)) if (!mapa.has(p)) mapa.set(p, conceito);
  }
  for (const familia of FAMILIAS) {
    const conceito = `=${words(familia)[0]!}`;
    for (const p of comRaizes(familia)) if (!mapa.has(p)) mapa.set(p, conceito);
  }
  return mapa;
})();

/** Words of judgement and of speech: they assert nothing that a page could hold. */
export const LIVRES: ReadonlySet<string> = new Set([
  ...stems(`risco riscos atencao recomenda recomendar recomendacao recomendavel recomendado sugere sugerir convem importante relevante relevancia oportunidade oportunidades vantagem vantajoso favoravel favorece desfavoravel
  cuidado cautela avaliar avaliacao verificar verificacao conferir conferencia considerar considerado analisar analise preparar preparacao planejar planejamento organizar formato antecedencia chegar previsibilidade receita receitas estabilidade
  observar observado ponto pontos aspecto aspectos questao impacto impacta impactar afeta afetar efeito consequencia implica implicar significa significar indica indicar portanto assim logo contudo entretanto porem alem disso isso
  edital documento documentos texto item itens clausula trecho previsto prevista previsao preve prever estabelece estabelecer estabelecido define definir definido fixa fixado fixada determina determinar determinado dispoe dispor disposto consta constar traz trazer menciona informa informar informado
  deve devem devera ser estar ter haver fazer feito caso necessario bom boa bem maior menor alto alta baixo baixa elevado elevada significativo relevante possivel possiveis evitar assegurar buscar reduzir reduz aumenta aumentar
  conforme segundo acordo forma modo maneira sentido razao motivo vez vista face base hipotese situacao cenario contexto
  apertado apertada curto curta curtos curtas folgado folgada pesado pesada rigoroso rigorosa severo severa estreito estreita puxado puxada exigente exigentes duro dura patamar regua barra janela corte alavancada alavancadas alavancado alavancados exposto exposta sujeito aperta
  certame licitacao processo procedimento pregao edital participar participacao concorrer
  antes depois apos dentro ate hoje data dia dias mes meses ano anos hora horas partir inicio fim final
  ja ainda mesmo proprio propria total integral respectivo respectiva referido referida seguinte seguintes respeito relacao quanto parte
  principal principalmente especial especialmente sobretudo inclusive exemplo
  sempre nunca logo rapido rapidamente equipe setor comercial juridico financeiro financeira operacional estrategico estrategica interno interna internamente
  margem caixa fluxo capital-de-giro viabilidade viavel esforco custo-beneficio competitividade competitivo competicao interesse decisao decidir estrategia capacidade
  melhor pior adequado adequada compativel mitigar mitigacao exposicao expoe atento atenta ciente prudente prudencia essencial fundamental crucial critico critica positivo positiva negativo negativa
  desde logo tornar torna permite gerar gera pode podem cabe caber exige-se demandar merece merecer cento cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos mil milhao bilhao onze treze quatorze catorze dezesseis dezessete dezoito dezenove setenta oitenta cinquenta decimos centesimos inteiros virgula meio reais centavos levar leva deixar deixa depender depende contanto fala falar diz dizer preciso confirmar confirme robusto robusta varios varias unico unica diverge divergencia divergente contradiz contradizer contradicao corpo minuta entrar entra ingressar subir perder perde continua continuar pratico pratica isoladamente sozinhas sozinhos cobrar cobrado cobrada alcancar alcanca atingir acarretar acarreta resultar resulta ensejar sujeitar sujeita travar trava sozinho sozinha capaz capazes segundo terceiro quarto quinto colocado colocados colocada serve servir questionar questionada questionado questionavel pedido pedir metade revela mostra mostrar apontar aponta trata tratar refere fica ficar existe existir ha havendo ocorrer ocorre`), '=disputar',
]);
