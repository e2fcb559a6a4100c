export type * from './domain/aviso-empresa.js';
export type * from './domain/empresa.js';
export { checkEmpresa, RECEITA_MAXIMA } from './domain/check-empresa.js';
export { parseEmpresa, type EmpresaLida } from './parse-empresa.js';
