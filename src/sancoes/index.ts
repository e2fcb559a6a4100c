export { classifySancao, type SancaoPublicada } from './domain/classify-sancao.js';
export { faltam, idadeEmDias, isCompleta, isRecente } from './domain/idade.js';
export { CADASTROS, type AlcanceRegistrado, type Cadastro, type ConsultaSancoes, type EfeitoSancao, type FonteSancoes, type SancaoRegistrada, type TipoSancao } from './domain/sancao.js';
