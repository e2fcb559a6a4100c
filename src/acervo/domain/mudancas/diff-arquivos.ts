import type { ArquivoPublicado } from '../registro.js';
import type { CampoMudado } from './diff.js';

const CAMPOS = ['titulo', 'tipoDocumentoId', 'publicacao', 'ativo'] as const;

/** The list as known after another sighting: a file that is no longer listed was withdrawn, and stays known as such. */
export function mergeArquivos(antes: readonly ArquivoPublicado[], agora: readonly ArquivoPublicado[]): readonly ArquivoPublicado[] {
  const juntos = new Map(antes.map((a) => [a.sequencial, { ...a, ativo: false }]));
  for (const a of agora) juntos.set(a.sequencial, { ...juntos.get(a.sequencial), ...a });
  return [...juntos.values()].sort((a, b) => a.sequencial - b.sequencial);
}

/** Files added (`arquivos/4`) and changed (`arquivos/2/titulo`; withdrawn: `arquivos/2/ativo`). */
export function diffArquivos(antes: readonly ArquivoPublicado[], depois: readonly ArquivoPublicado[]): readonly CampoMudado[] {
  const velhos = new Map(antes.map((a) => [a.sequencial, a]));
  return depois.flatMap((d): readonly CampoMudado[] => {
    const a = velhos.get(d.sequencial);
    if (!a) return [{ campo: `arquivos/${d.sequencial}`, antes: null, depois: d }];
    return CAMPOS.filter((c) => a[c] !== d[c]).map((c) => ({ campo: `arquivos/${d.sequencial}/${c}`, antes: a[c], depois: d[c] }));
  });
}
