import type { MetricasService } from '../observacao/observacao.module.js';
import type { EstagiosEdital } from './estagios/estagios-edital.js';
import type { OcrService } from './leitura/ocr/ocr.service.js';

const FAIXAS_LEITURA_S = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];
const FAIXAS_PAGINA_S = [0.25, 0.5, 1, 2, 4, 8, 15, 30, 60, 120];
const ESTADOS_OCR = ['lida', 'em_branco', 'sem_texto', 'ilegivel', 'tempo_esgotado', 'falhou'];

/** Documents read and pages recognised by this process. */
export function observeLeitura(metricas: MetricasService, estagios: EstagiosEdital, ocr: OcrService): void {
  const documentos = metricas.counter('alicit_leitura_documentos_total', 'Documentos lidos por este processo, por formato e resultado (ok ou por que não foi lido).', ['formato', 'resultado'], [{ formato: 'pdf', resultado: 'ok' }]);
  const paginas = metricas.counter('alicit_leitura_paginas_total', 'Páginas com texto dos documentos lidos, por formato.', ['formato'], [{ formato: 'pdf' }]);
  const duracao = metricas.histogram('alicit_leitura_duracao_segundos', 'Duração da leitura de um documento, com a espera por uma thread e o OCR, por formato.', ['formato'], FAIXAS_LEITURA_S);
  estagios.onLido(({ tipo, paginas: quantas, erro, ms }) => {
    const formato = metricas.bound('formato', tipo === '7z' ? 'sete_zip' : tipo);
    documentos.inc({ formato, resultado: erro === null ? 'ok' : metricas.bound('leitura', erro) });
    paginas.inc({ formato }, quantas);
    duracao.observe({ formato }, ms / 1000);
  });
  const reconhecidas = metricas.counter('alicit_ocr_paginas_total', 'Páginas reconhecidas por OCR neste processo, por resultado.', ['resultado'], ESTADOS_OCR.map((resultado) => ({ resultado })));
  const daPagina = metricas.histogram('alicit_ocr_pagina_duracao_segundos', 'Duração do OCR de uma página, com o começo da thread quando é a primeira.', [], FAIXAS_PAGINA_S);
  ocr.onPagina(({ estado, ms, guardada }) => {
    metricas.contarCache('ocr', guardada);
    if (guardada) return;
    reconhecidas.inc({ resultado: estado });
    daPagina.observe(ms / 1000);
  });
}
