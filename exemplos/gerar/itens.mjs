// The item table of the example: number, description, unit, quantity, unit price (R$), participation.
export const ITENS = [
  [1, 'Notebook corporativo, tela 14", 16 GB de memória, SSD NVMe de 512 GB, garantia on-site de 36 meses', 'UN', 120, 5480.0, 'Ampla concorrência'],
  [2, 'Notebook corporativo, tela 14", 16 GB de memória, SSD NVMe de 512 GB, garantia on-site de 36 meses (cota de 25% do item 1)', 'UN', 40, 5480.0, 'Cota reservada ME/EPP'],
  [3, 'Microcomputador de mesa compacto, 16 GB de memória, SSD de 512 GB, teclado e mouse', 'UN', 85, 4190.5, 'Ampla concorrência'],
  [4, 'Monitor LED de 23,8", resolução Full HD, ajuste de altura', 'UN', 90, 879.9, 'Exclusivo ME/EPP'],
  [5, 'Impressora multifuncional a laser monocromática, 40 ppm, frente e verso automático', 'UN', 22, 2740.0, 'Exclusivo ME/EPP'],
  [6, 'Nobreak de 1.500 VA, entrada bivolt automática, mínimo de 6 tomadas', 'UN', 60, 1125.0, 'Exclusivo ME/EPP'],
  [7, 'Switch gerenciável de 24 portas gigabit com 4 portas SFP', 'UN', 14, 3315.75, 'Exclusivo ME/EPP'],
  [8, 'Ponto de acesso sem fio Wi-Fi 6, alimentação PoE, gerência centralizada', 'UN', 30, 1648.2, 'Exclusivo ME/EPP'],
  [9, 'Projetor multimídia de 4.000 lúmens, resolução Full HD', 'UN', 12, 4620.0, 'Exclusivo ME/EPP'],
  [10, 'Serviço de instalação e configuração de estação de trabalho no local', 'SV', 205, 142.0, 'Exclusivo ME/EPP'],
];
export const real = (n) => n.toLocaleString('pt-BR', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
export const totalDe = ([, , , q, u]) => Math.round(q * u * 100) / 100;
export const TOTAL = ITENS.reduce((s, i) => s + Math.round(totalDe(i) * 100), 0) / 100;
