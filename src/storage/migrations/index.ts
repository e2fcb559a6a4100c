import { Inicio1764000000001 } from './0001-inicio.js';
import { Ocr1764000000002 } from './0002-ocr.js';
import { DocumentoLeitura1764000000003 } from './0003-documento-leitura.js';
import { Acervo1764000000004 } from './0004-acervo.js';
import { Sincronizacao1764000000005 } from './0005-sincronizacao.js';
import { Sancoes1764000000006 } from './0006-sancoes.js';
import { Recomendacoes1764000000007 } from './0007-recomendacoes.js';
import { Avisos1764000000008 } from './0008-avisos.js';
import { Acompanhamento1764000000009 } from './0009-acompanhamento.js';
import { Modelos1764000000010 } from './0010-modelos.js';
import { Vetores1764000000011 } from './0011-vetores.js';
import { Perguntas1764000000012 } from './0012-perguntas.js';
import { RecomendacaoVetor1764000000013 } from './0013-recomendacao-vetor.js';
import { Processos1764000000014 } from './0014-processos.js';
import { Alertas1764000000015 } from './0015-alertas.js';
import { Desempenho1764000000016 } from './0016-desempenho.js';
import { Mastra1764000000017 } from './0017-mastra.js';
import { Motores1764000000018 } from './0018-motores.js';

/** In order. A migration that was released is never edited: write the next one. */
export const MIGRATIONS = [Inicio1764000000001, Ocr1764000000002, DocumentoLeitura1764000000003, Acervo1764000000004, Sincronizacao1764000000005, Sancoes1764000000006, Recomendacoes1764000000007, Avisos1764000000008, Acompanhamento1764000000009, Modelos1764000000010, Vetores1764000000011, Perguntas1764000000012, RecomendacaoVetor1764000000013, Processos1764000000014, Alertas1764000000015, Desempenho1764000000016, Mastra1764000000017, Motores1764000000018] as const;
