import type { Caso, Unidade } from '../caso.js';
import { oncePerCaso } from '../memo.js';
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

/** A gate that does not depend on the unit is judged once for all of them. */
const shared = (f: (c: Caso) => Avaliacao): AvaliaPortao => oncePerCaso(f);

const PORTOES: readonly AvaliaPortao[] = [
  shared(e1Aberta), shared(e2Sancoes), shared(e3Impedimentos), e4MeEpp, e5Portfolio, shared(e6Tecnica), shared(e7Economica), e8Preco, shared(e9Tempo), e10Margem,
  shared(s1Documentos), shared(s2Plataforma), shared(s3Vistoria), s4Garantia, shared(s5Esclarecer), shared(s6Confirmar), shared(s7Suspensa),
];

/** Every gate of the question "can we bid", in order (relatorio.md § 3). */
export const judgePortoes = (c: Caso, u: Unidade): Avaliacao[] => PORTOES.map((p) => p(c, u));
