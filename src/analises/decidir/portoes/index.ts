import type { Caso, Unidade } from '../caso.js';
import type { Avaliacao, AvaliaPortao } from './avaliacao.js';
import { e1Aberta } from './e1-aberta.js';
import { e2Sancoes } from './e2-sancoes.js';
import { e3Impedimentos } from './e3-impedimentos.js';
import { e4MeEpp } from './e4-me-epp.js';
import { e5Portfolio } from './e5-portfolio.js';
import { e6Tecnica, e7Economica } from './e6-e7-exigencias.js';
import { e8Preco, e10Margem } from './e8-e10-preco.js';
import { e9Tempo } from './e9-tempo.js';
import { s1Documentos, s2Plataforma, s3Vistoria, s4Garantia, s5Esclarecer, s6Confirmar, s7Suspensa } from './suspensivos.js';

const PORTOES: readonly AvaliaPortao[] = [
  e1Aberta, e2Sancoes, e3Impedimentos, e4MeEpp, e5Portfolio, e6Tecnica, e7Economica, e8Preco, e9Tempo, e10Margem,
  s1Documentos, s2Plataforma, s3Vistoria, s4Garantia, s5Esclarecer, s6Confirmar, s7Suspensa,
];

/** Every gate of the question "can we bid", in order (relatorio.md § 3). */
export const judgePortoes = (c: Caso, u: Unidade): Avaliacao[] => PORTOES.map((p) => p(c, u));
