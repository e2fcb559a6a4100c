/**
 * What the company's CNAE codes say in words: divisions of CNAE 2.3 (IBGE/CONCLA, public classification, names
 * shortened) and, where a division is too wide to mean a trade, groups or classes. The longest prefix wins.
 */
const CNAE: Readonly<Record<string, string>> = {
  '01': 'agricultura pecuária', '02': 'produção florestal madeira', '03': 'pesca aquicultura', '08': 'extração de pedra areia brita', '10': 'alimentos', '11': 'bebidas',
  '13': 'produtos têxteis', '14': 'confecção de vestuário', '15': 'calçados couro', '16': 'produtos de madeira', '17': 'papel celulose', '18': 'impressão gráfica',
  '19': 'combustíveis derivados de petróleo', '20': 'produtos químicos', '206': 'sabões detergentes produtos de limpeza', '21': 'farmoquímicos farmacêuticos medicamentos',
  '22': 'borracha plástico', '23': 'minerais não metálicos cimento concreto cerâmica', '24': 'metalurgia', '25': 'produtos de metal estruturas metálicas', '26': 'equipamentos de informática eletrônicos',
  '27': 'materiais elétricos', '28': 'máquinas', '29': 'veículos automotores', '31': 'móveis', '32': 'produtos diversos', '325': 'instrumentos médicos odontológicos', '33': 'manutenção de máquinas',
  '35': 'eletricidade energia gás', '36': 'água captação tratamento', '37': 'esgoto', '38': 'coleta de resíduos lixo', '39': 'descontaminação resíduos', '41': 'construção de edifícios obras',
  '42': 'obras de infraestrutura engenharia pavimentação', '43': 'serviços para construção', '431': 'demolição terraplenagem', '432': 'instalações elétricas hidráulicas', '433': 'obras de acabamento pintura',
  '451': 'comércio de veículos', '452': 'oficina manutenção de veículos', '453': 'peças para veículos pneus', '454': 'motocicletas', '463': 'alimentos bebidas', '4644': 'medicamentos farmacêuticos',
  '4645': 'instrumentos materiais médico hospitalar', '4646': 'cosméticos higiene', '4647': 'papelaria escritório livros', '4649': 'utilidades domésticas móveis', '4651': 'computadores informática',
  '4652': 'componentes eletrônicos telefonia', '4661': 'máquinas agrícolas', '4664': 'equipamentos médico hospitalar', '467': 'material de construção ferragens', '4672': 'ferragens ferramentas', '4673': 'material elétrico',
  '4681': 'combustíveis', '4683': 'defensivos adubos fertilizantes', '471': 'supermercado alimentos', '472': 'alimentos bebidas padaria', '473': 'combustível posto', '474': 'material de construção tintas ferragens',
  '4751': 'informática computadores', '4752': 'telefonia', '4753': 'eletrodomésticos', '4754': 'móveis', '4755': 'tecidos', '4761': 'livros papelaria', '4763': 'brinquedos artigos esportivos',
  '4771': 'farmácia medicamentos', '4772': 'higiene', '4773': 'artigos médicos ortopédicos', '4781': 'vestuário', '4782': 'calçados', '4784': 'gás glp', '49': 'transporte', '492': 'transporte de passageiros',
  '493': 'transporte de carga', '50': 'transporte aquaviário', '51': 'transporte aéreo', '52': 'armazenamento', '53': 'correio entrega', '55': 'hospedagem hotel', '56': 'alimentação restaurante refeições buffet', '58': 'edição livros jornal',
  '59': 'audiovisual vídeo', '60': 'rádio televisão', '61': 'telecomunicações internet', '62': 'tecnologia da informação software informática', '63': 'dados portal internet', '64': 'financeira banco', '65': 'seguros',
  '66': 'corretora seguros', '68': 'imóveis', '691': 'advocacia jurídica', '692': 'contabilidade auditoria', '70': 'consultoria em gestão empresarial', '711': 'engenharia arquitetura', '712': 'análise laboratorial ensaios',
  '72': 'pesquisa científica', '73': 'publicidade', '74': 'design fotografia', '75': 'veterinária', '771': 'locação de veículos', '773': 'locação de máquinas', '78': 'seleção de pessoal recursos humanos', '79': 'viagens turismo passagens',
  '80': 'vigilância segurança', '81': 'limpeza zeladoria', '8122': 'dedetização pragas', '813': 'jardinagem paisagismo', '82': 'serviços de escritório', '823': 'organização de eventos', '85': 'ensino cursos', '86': 'saúde clínica médica exames',
  '87': 'assistência residencial', '90': 'artística espetáculos shows', '93': 'esporte recreação', '94': 'associação', '951': 'manutenção de computadores informática', '952': 'manutenção de eletrodomésticos', '9601': 'lavanderia', '9603': 'funerária cemitério',
};

/** Words for a CNAE as the company wrote it: "4120-4/00", "4120400", "41.20-4-00 Construção de edifícios". */
export function wordsOfCnae(cnae: string): string {
  const codigo = /^\s*([\d./-]{2,12})/.exec(cnae)?.[1]?.replace(/\D/g, '') ?? '';
  const texto = cnae.replace(/^[\s\d./-]+/, '');
  for (let n = Math.min(4, codigo.length); n >= 2; n--) {
    const nome = CNAE[codigo.slice(0, n)];
    if (nome) return `${nome} ${texto}`;
  }
  return texto;
}
