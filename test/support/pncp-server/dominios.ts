/** Tables of PNCP (dominios of the public manuals) and of IBGE that the server's records are made of. */

/** UF → name, capital and its IBGE code. */
export const UFS: Readonly<Record<string, readonly [nome: string, capital: string, ibge: string]>> = {
  AC: ['Acre', 'Rio Branco', '1200401'], AL: ['Alagoas', 'Maceió', '2704302'], AM: ['Amazonas', 'Manaus', '1302603'], AP: ['Amapá', 'Macapá', '1600303'], BA: ['Bahia', 'Salvador', '2927408'],
  CE: ['Ceará', 'Fortaleza', '2304400'], DF: ['Distrito Federal', 'Brasília', '5300108'], ES: ['Espírito Santo', 'Vitória', '3205309'], GO: ['Goiás', 'Goiânia', '5208707'], MA: ['Maranhão', 'São Luís', '2111300'],
  MG: ['Minas Gerais', 'Belo Horizonte', '3106200'], MS: ['Mato Grosso do Sul', 'Campo Grande', '5002704'], MT: ['Mato Grosso', 'Cuiabá', '5103403'], PA: ['Pará', 'Belém', '1501402'], PB: ['Paraíba', 'João Pessoa', '2507507'],
  PE: ['Pernambuco', 'Recife', '2611606'], PI: ['Piauí', 'Teresina', '2211001'], PR: ['Paraná', 'Curitiba', '4106902'], RJ: ['Rio de Janeiro', 'Rio de Janeiro', '3304557'], RN: ['Rio Grande do Norte', 'Natal', '2408102'],
  RO: ['Rondônia', 'Porto Velho', '1100205'], RR: ['Roraima', 'Boa Vista', '1400100'], RS: ['Rio Grande do Sul', 'Porto Alegre', '4314902'], SC: ['Santa Catarina', 'Florianópolis', '4205407'], SE: ['Sergipe', 'Aracaju', '2800308'],
  SP: ['São Paulo', 'São Paulo', '3550308'], TO: ['Tocantins', 'Palmas', '1721000'],
};

export const MODALIDADES: Readonly<Record<number, string>> = {
  1: 'Leilão - Eletrônico', 2: 'Diálogo Competitivo', 3: 'Concurso', 4: 'Concorrência - Eletrônica', 5: 'Concorrência - Presencial', 6: 'Pregão - Eletrônico', 7: 'Pregão - Presencial', 8: 'Dispensa', 9: 'Inexigibilidade',
  10: 'Manifestação de Interesse', 11: 'Pré-qualificação', 12: 'Credenciamento', 13: 'Leilão - Presencial', 14: 'Inaplicabilidade da Licitação', 15: 'Chamada pública',
};

export const SITUACOES: Readonly<Record<number, string>> = { 1: 'Divulgada no PNCP', 2: 'Revogada', 3: 'Anulada', 4: 'Suspensa' };

/** Modalidade → amparo legal, modo de disputa and instrumento, each code and name. */
export function feitioDe(modalidadeId: number): { readonly amparo: readonly [number, string]; readonly modo: readonly [number, string]; readonly instrumento: readonly [number, string] } {
  if (modalidadeId === 8) return { amparo: [19, 'Lei 14.133/2021, Art. 75, II'], modo: [4, 'Dispensa Com Disputa'], instrumento: [2, 'Aviso de Contratação Direta'] };
  if (modalidadeId === 9) return { amparo: [6, 'Lei 14.133/2021, Art. 74, I'], modo: [5, 'Não se aplica'], instrumento: [3, 'Ato que autoriza a Contratação Direta'] };
  if (modalidadeId === 12) return { amparo: [140, 'Lei 14.133/2021, Art. 79'], modo: [5, 'Não se aplica'], instrumento: [4, 'Edital de Chamamento Público'] };
  if (modalidadeId === 4 || modalidadeId === 5) return { amparo: [2, 'Lei 14.133/2021, Art. 28, II '], modo: [1, 'Aberto'], instrumento: [1, 'Edital'] };
  return { amparo: [1, 'Lei 14.133/2021, Art. 28, I'], modo: [3, 'Aberto-Fechado'], instrumento: [1, 'Edital'] };
}

/** Things public bodies buy: what is bought, its unit, whether material (M) or service (S), a usual unit price in reais. */
export const COMPRAS: readonly (readonly [descricao: string, unidade: string, tipo: 'M' | 'S', preco: number])[] = [
  ['Notebook com processador de 8 núcleos e 16 GB de memória', 'Unidade', 'M', 4800], ['Impressora multifuncional laser monocromática', 'Unidade', 'M', 2100], ['Papel sulfite A4, 75 g/m², resma de 500 folhas', 'Resma', 'M', 24.9], ['Cadeira giratória ergonômica com braços', 'Unidade', 'M', 780],
  ['Dipirona sódica 500 mg comprimido', 'Comprimido', 'M', 0.12], ['Luva de procedimento não cirúrgico, tamanho M, caixa com 100', 'Caixa', 'M', 31.5], ['Fralda geriátrica descartável tamanho G', 'Unidade', 'M', 1.85], ['Arroz tipo 1, pacote de 5 kg', 'Pacote', 'M', 27.4],
  ['Carne bovina moída, resfriada', 'Quilograma', 'M', 32.8], ['Leite integral UHT, caixa de 1 litro', 'Litro', 'M', 5.1], ['Gasolina comum', 'Litro', 'M', 6.05], ['Óleo diesel S10', 'Litro', 'M', 6.2],
  ['Pneu 275/80 R22,5 liso', 'Unidade', 'M', 2350], ['Cimento CP II, saco de 50 kg', 'Saco', 'M', 38.5], ['Tubo de concreto armado, diâmetro 600 mm', 'Metro', 'M', 190], ['Uniforme escolar: camiseta manga curta', 'Unidade', 'M', 29.9],
  ['Veículo utilitário tipo furgão, zero quilômetro', 'Unidade', 'M', 198000], ['Ambulância tipo B, simples remoção', 'Unidade', 'M', 315000], ['Detergente neutro, frasco de 500 ml', 'Frasco', 'M', 2.4], ['Tablet com tela de 10 polegadas', 'Unidade', 'M', 1450],
  ['Limpeza e conservação predial com dedicação exclusiva de mão de obra', 'Mês', 'S', 86000], ['Vigilância patrimonial armada, posto de 12x36 horas', 'Mês', 'S', 21500], ['Transporte escolar rural', 'Quilômetro', 'S', 8.7], ['Manutenção preventiva e corretiva de ar-condicionado', 'Serviço', 'S', 410],
  ['Pavimentação asfáltica em CBUQ', 'Metro quadrado', 'S', 98], ['Reforma de unidade básica de saúde', 'Serviço', 'S', 640000], ['Coleta, transporte e destinação de resíduos sólidos', 'Tonelada', 'S', 312], ['Locação de software de gestão pública com suporte', 'Mês', 'S', 18900],
  ['Plantão médico de clínica geral, 12 horas', 'Plantão', 'S', 1500], ['Locação de caminhão basculante com motorista', 'Hora', 'S', 185],
];
