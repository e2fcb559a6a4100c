import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { completarRegistro } from './completar-registro.ts';
import type { Registro } from './tipos.ts';

export interface Carga {
  readonly registros: readonly Registro[];
  /** Files read, by name, and how many tenders each brought. */
  readonly arquivos: readonly (readonly [nome: string, certames: number])[];
}

type Linha = Readonly<Record<string, unknown>>;

const MAX_BYTES = 500 * 1024 * 1024;
const isObjeto = (v: unknown): v is Linha => typeof v === 'object' && v !== null && !Array.isArray(v);

/** Records of a file: JSON lines, an array, or a page of PNCP's with its `data`. */
function lerArquivo(caminho: string): Linha[] {
  const texto = readFileSync(caminho, 'utf8').replace(/^\ufeff/, '');
  if (caminho.endsWith('.jsonl')) return texto.split('\n').flatMap((l) => (l.trim() ? [JSON.parse(l) as unknown] : [])).filter(isObjeto);
  const lido: unknown = JSON.parse(texto);
  const lista = Array.isArray(lido) ? lido : isObjeto(lido) && Array.isArray(lido['data']) ? (lido['data'] as unknown[]) : [];
  return lista.filter(isObjeto);
}

const atualizadoEm = (r: Registro): string => String(r['dataAtualizacaoGlobal'] ?? r['dataAtualizacao'] ?? '');

/** Every tender in the *.json and *.jsonl of a folder (not of those in it), completed; of one that is there twice, the later. @throws Error: unreadable folder or JSON */
export function carregarRegistros(pasta: string): Carga {
  const porNumero = new Map<string, Registro>();
  const arquivos: (readonly [string, number])[] = [];
  for (const nome of readdirSync(pasta).filter((n) => /\.jsonl?$/.test(n)).sort()) {
    const caminho = join(pasta, nome);
    if (!statSync(caminho).isFile() || statSync(caminho).size > MAX_BYTES) continue;
    const registros = lerArquivo(caminho).map(completarRegistro).filter((r) => r !== null);
    for (const r of registros) {
      const antes = porNumero.get(r.numeroControlePNCP);
      if (!antes || atualizadoEm(r) >= atualizadoEm(antes)) porNumero.set(r.numeroControlePNCP, r);
    }
    if (registros.length) arquivos.push([nome, registros.length]);
  }
  return { registros: [...porNumero.values()], arquivos };
}
