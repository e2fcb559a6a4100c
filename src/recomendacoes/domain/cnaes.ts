/** CNAE 2.3 (IBGE/CONCLA, public classification) in words of procurement; the longest prefix wins. */
const CNAE: Readonly<Record<string, string>> = {
  '01': 'agricultura pecuária', '02': 'produção florestal madeira', '03': 'pesca aquicultura', '08': 'extração de pedra areia brita', '0810': 'pedra brita areia', '10': 'alimentos', '11': 'bebidas', '13': 'produtos têxteis',
  '14': 'confecção de vestuário', '1412': 'uniforme', '1413': 'uniforme profissional', '15': 'calçados couro', '16': 'produtos de madeira', '17': 'papel celulose', '18': 'impressão gráfica', '1811': 'impressão de livro',
  '1813': 'serviço gráfico', '1822': 'encadernação', '19': 'combustíveis derivados de petróleo', '20': 'produtos químicos', '206': 'sabões detergentes produtos de limpeza', '21': 'farmoquímicos farmacêuticos medicamentos',
  '22': 'borracha plástico', '23': 'minerais não metálicos cimento concreto cerâmica', '2330': 'artefato de cimento', '24': 'metalurgia', '25': 'produtos de metal estruturas metálicas',
  '26': 'equipamentos de informática eletrônicos', '27': 'materiais elétricos', '2710': 'gerador transformador', '28': 'máquinas', '29': 'veículos automotores', '31': 'móveis', '3102': 'mobiliário', '32': 'produtos diversos',
  '325': 'material médico odontológico', '3250': 'material hospitalar', '33': 'manutenção de máquinas', '35': 'eletricidade energia gás', '36': 'água captação tratamento', '37': 'esgoto', '3702': 'limpa fossa',
  '38': 'coleta de resíduos lixo', '3811': 'coleta de resíduo', '3812': 'resíduo de saúde', '3821': 'aterro sanitário', '39': 'descontaminação resíduos', '41': 'construção de edifícios obras', '4120': 'construção',
  '42': 'obras de infraestrutura engenharia pavimentação', '4211': 'obras viárias pavimentação', '4212': 'obra de arte especial ponte', '4213': 'urbanização de via calçamento praça', '4221': 'rede elétrica telecomunicação',
  '4222': 'rede de água e esgoto saneamento', '4292': 'montagem de estrutura metálica', '43': 'serviços para construção', '431': 'demolição terraplenagem', '4313': 'terraplenagem', '432': 'instalações elétricas hidráulicas',
  '4321': 'instalação elétrica', '4322301': 'instalação hidráulica', '4322302': 'climatização refrigeração manutenção', '4322303': 'sistema de combate a incêndio', '4329': 'elevador', '433': 'obras de acabamento pintura',
  '4330': 'reforma pintura', '4399': 'obra', '4399105': 'poço artesiano', '451': 'comércio de veículos', '4511': 'veículo', '452': 'oficina manutenção de veículos', '4520': 'oficina manutenção de veículo',
  '4520005': 'lavagem de veículo', '453': 'peças para veículos pneus', '4530703': 'peça automotiva', '4530705': 'pneu', '454': 'motocicletas', '463': 'alimentos bebidas', '4631': 'leite laticínio', '4632': 'arroz feijão',
  '4633': 'hortifruti', '4634': 'carne', '4635': 'bebida', '4635401': 'água mineral', '4637': 'pão café', '4639': 'gênero alimentício', '4642': 'uniforme vestuário epi', '4642702': 'uniforme epi', '4643': 'calçado',
  '4644': 'medicamentos farmacêuticos', '4644301': 'medicamento', '4644302': 'medicamento veterinário', '4645': 'instrumentos materiais médico hospitalar', '4645101': 'material médico hospitalar', '4645102': 'prótese órtese',
  '4645103': 'material odontológico', '4646': 'cosméticos higiene', '4647': 'papelaria escritório livros', '4647801': 'papelaria material de escritório', '4647802': 'livro', '4649': 'utilidade doméstica', '4649404': 'móvel',
  '4649408': 'material de limpeza', '4651': 'computadores informática', '4651601': 'computador informática', '4652': 'componentes eletrônicos telefonia', '4661': 'máquinas agrícolas', '4662': 'máquina pesada peça',
  '4664': 'equipamentos médico hospitalar', '467': 'material de construção ferragens', '4672': 'ferragens ferramentas', '4673': 'material elétrico', '4681': 'combustíveis', '4682': 'gás de cozinha',
  '4683': 'defensivos adubos fertilizantes', '4689': 'produto diverso', '471': 'supermercado alimentos', '472': 'alimentos bebidas padaria', '473': 'combustível posto', '4731': 'combustível', '4732': 'lubrificante',
  '474': 'material de construção tintas ferragens', '4741': 'tinta', '4742': 'material elétrico', '4743': 'vidro', '4743100': 'vidro', '4744': 'material de construção ferragem', '4751': 'computador informática',
  '4752': 'telefonia', '4753': 'eletrodomésticos', '4754': 'móveis', '4754701': 'móvel', '4755': 'tecido cama mesa e banho', '4756': 'instrumento musical', '4757': 'peça para eletrodoméstico', '4761': 'livros papelaria',
  '4761003': 'papelaria', '4763': 'brinquedo material esportivo', '4771': 'farmácia medicamentos', '4772': 'higiene', '4773': 'artigos médicos ortopédicos', '4781': 'vestuário', '4782': 'calçados', '4784': 'gás de cozinha',
  '4789': 'artigo diverso', '49': 'transporte', '492': 'transporte de passageiros', '4922': 'transporte de passageiro', '4923': 'transporte de passageiro locação de veículo com motorista', '4924': 'transporte escolar',
  '4929': 'transporte de passageiro fretamento', '493': 'transporte de carga', '4930': 'transporte de carga', '50': 'transporte aquaviário', '51': 'transporte aéreo', '52': 'armazenamento', '53': 'correio entrega',
  '55': 'hospedagem hotel', '56': 'alimentação restaurante refeições buffet', '5611': 'restaurante', '5620': 'refeição buffet', '5620102': 'buffet evento', '58': 'edição livros jornal', '59': 'audiovisual vídeo',
  '60': 'rádio televisão', '61': 'telecomunicações internet', '6110': 'telefonia internet', '6141': 'internet', '6190': 'internet telefonia', '62': 'tecnologia da informação software informática',
  '6201': 'desenvolvimento de sistema', '6202': 'licenciamento de software', '6203': 'licenciamento de software', '6204': 'consultoria em tecnologia da informação', '6209': 'suporte técnico de informática',
  '63': 'dados portal internet', '6311': 'hospedagem de site', '6399': 'informação', '64': 'financeira banco', '65': 'seguros', '6512': 'seguro', '66': 'corretora seguros', '6622': 'corretora de seguro', '68': 'imóveis',
  '691': 'advocacia jurídica', '6911': 'advocacia', '692': 'contabilidade auditoria', '6920': 'contabilidade', '70': 'consultoria em gestão empresarial', '7020': 'consultoria', '711': 'engenharia arquitetura',
  '7111': 'projeto arquitetônico', '7112': 'projeto de engenharia', '7119': 'laudo técnico', '7119701': 'topografia', '712': 'análise laboratorial ensaios', '7120': 'ensaio análise laboratorial', '72': 'pesquisa científica',
  '73': 'publicidade', '7311': 'agência de publicidade', '7319': 'marketing', '74': 'design fotografia', '7420': 'fotografia', '7490': 'consultoria', '75': 'veterinária', '771': 'locação de veículos',
  '7711': 'locação de veículo', '7729': 'locação de mesa e cadeira', '773': 'locação de máquinas', '7732': 'locação de máquina', '7733': 'locação de computador', '7739': 'locação de equipamento',
  '7739003': 'locação de palco e tenda', '78': 'seleção de pessoal recursos humanos', '7810': 'mão de obra', '7820': 'mão de obra', '7830': 'mão de obra', '79': 'viagens turismo passagens', '7911': 'passagem aérea',
  '80': 'vigilância segurança', '8011': 'vigilância', '8012': 'transporte de valor', '8020': 'monitoramento eletrônico', '81': 'limpeza zeladoria', '8111': 'limpeza apoio administrativo', '8112': 'apoio administrativo',
  '8121': 'limpeza', '8122': 'dedetização', '8129': 'limpeza', '813': 'jardinagem paisagismo', '8130': 'jardinagem', '82': 'serviços de escritório', '8211': 'apoio administrativo', '8219': 'reprografia',
  '8220': 'teleatendimento', '823': 'organização de eventos', '8230': 'evento', '8292': 'digitalização', '85': 'ensino cursos', '8599': 'curso treinamento', '8599604': 'treinamento', '86': 'saúde clínica médica exames',
  '8610': 'serviço médico hospitalar', '8621': 'remoção de paciente ambulância', '8622': 'remoção de paciente', '8630': 'consulta médica', '8630503': 'consulta médica', '8630504': 'dentista', '8640': 'exame',
  '8640202': 'exame laboratorial', '8640205': 'exame de imagem', '8650': 'terapia', '8690': 'saúde', '87': 'assistência residencial', '90': 'artística espetáculos shows', '9001': 'show artístico evento',
  '9001906': 'sonorização e iluminação', '93': 'esporte recreação', '94': 'associação', '951': 'manutenção de computadores informática', '9511': 'manutenção de computador', '952': 'manutenção de eletrodomésticos',
  '9601': 'lavanderia', '9603': 'funerária',
};

/** Words for a CNAE as the company wrote it ("4120-4/00", "41.20-4-00 Construção de edifícios"); empty when the code is unknown. */
export function wordsOfCnae(cnae: string): string {
  const codigo = codigoOf(cnae);
  for (let n = Math.min(7, codigo.length); n >= 2; n--) {
    const nome = CNAE[codigo.slice(0, n)];
    if (nome) return nome;
  }
  return cnae.replace(/^[\s\d./-]+/, '');
}

const codigoOf = (cnae: string): string => /^\s*([\d./-]{2,12})/.exec(cnae)?.[1]?.replace(/\D/g, '') ?? '';

/** What the division says is done: b industry and trade, l renting, m repair, s services… null when it does not. */
export function naturezaOfCnae(cnae: string): 'b' | 'l' | 'm' | 's' | 'o' | 'p' | 'e' | null {
  const d = Number(codigoOf(cnae).slice(0, 2) || NaN);
  if (codigoOf(cnae).startsWith('711')) return 'p';
  if (d === 33 || d === 95 || codigoOf(cnae).startsWith('452')) return 'm';
  if ((d >= 1 && d <= 32) || (d >= 45 && d <= 47)) return 'b';
  if (d >= 41 && d <= 43) return 'o';
  if (d === 77) return 'l';
  if (d === 85) return 'e';
  return d >= 35 ? 's' : null;
}
