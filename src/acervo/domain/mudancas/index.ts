export type { CampoMudado } from './diff.js';
export { diffArquivos, mergeArquivos } from './diff-arquivos.js';
export { diffItens, type ItemLido } from './diff-itens.js';
export { diffRegistro, type Registro } from './diff-registro.js';
export { isObjeto, type Bruto } from './forma.js';
export { compareIdade } from './idade.js';
export { mergeBruto } from './merge-bruto.js';
