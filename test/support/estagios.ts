import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { EstagiosAnalise } from '../../src/analises/analises.module.js';
import { parseConfig } from '../../src/config/index.js';
import { EstagiosEdital } from '../../src/editais/editais.module.js';
import { openCacheOcr } from '../../src/editais/leitura/ocr/cache-ocr.js';
import { createOcr } from '../../src/editais/leitura/ocr/ocr.js';
import type { EntradaEmDisco } from '../../src/editais/index.js';
import { Oficina } from '../../src/oficina/index.js';
import { EstagiosRelatorio } from '../../src/relatorios/relatorios.module.js';

/** Every stage over one workshop and one data folder, both of which `close` removes. */
export interface EstagiosDeTeste {
  readonly pasta: string;
  readonly oficina: Oficina;
  readonly edital: EstagiosEdital;
  readonly analise: EstagiosAnalise;
  readonly relatorio: EstagiosRelatorio;
  /** Writes files below the data folder and gives them as they would be uploaded. */
  write(arquivos: Readonly<Record<string, Buffer | string>>): EntradaEmDisco[];
  close(): Promise<void>;
}

/** OCR always runs in threads, which run compiled code. */
const OCR_WORKER = new URL('../../dist/editais/leitura/ocr/ocr.worker.js', import.meta.url);

/** `threads: 0` runs the sources here; more run the compiled workers of dist/ (`npm run build` first). OCR is off unless asked for. */
export function openEstagios({ threads = 0, ambiente = {} }: { readonly threads?: number; readonly ambiente?: Readonly<Record<string, string>> } = {}): EstagiosDeTeste {
  const pasta = mkdtempSync(join(tmpdir(), 'alicit-estagios-'));
  const config = parseConfig({ ALICIT_DATA_DIR: join(pasta, 'dados'), ALICIT_OCR_THREADS: '0', ...ambiente }, '/');
  const ocr = createOcr({ ...config.ocr, cache: openCacheOcr(join(config.pastaDados, 'ocr')), worker: OCR_WORKER });
  const oficina = new Oficina({ ...config.oficina, threads, locate: (modulo) => new URL(modulo.href.replace('/src/', '/dist/')) });
  return {
    pasta, oficina, edital: new EstagiosEdital(config, oficina, ocr), analise: new EstagiosAnalise(config, oficina), relatorio: new EstagiosRelatorio(oficina),
    write: (arquivos) => Object.entries(arquivos).map(([nome, bytes]) => {
      const caminho = join(pasta, 'enviados', nome);
      mkdirSync(dirname(caminho), { recursive: true });
      writeFileSync(caminho, bytes);
      return { nome, caminho };
    }),
    async close() {
      await Promise.all([oficina.close(0), ocr.close()]);
      rmSync(pasta, { recursive: true, force: true });
    },
  };
}

export const gunzipJson = <T>(gz: Uint8Array): T => JSON.parse(gunzipSync(gz).toString('utf8')) as T;
