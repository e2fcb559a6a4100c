import { isNo, mapNo, PREFIXO_SCHEMA, refName, type No } from './no.js';
import { ENTRADA } from './zod-schema.js';

/**
 * One schema has two faces: what is sent (fields with defaults may be left out) and what is answered. Where they are the
 * same they become one component; where not, the sent one is called `<Nome>Entrada`.
 */
export function mergeEntradas(paths: No, schemas: Readonly<Record<string, No>>): { paths: No; schemas: Record<string, No> } {
  const base = (nome: string): string => nome.slice(0, -ENTRADA.length);
  const entradas = Object.keys(schemas).filter((n) => n.endsWith(ENTRADA));
  const diferentes = new Set<string>();
  const rename = (nome: string): string => (!nome.endsWith(ENTRADA) ? nome : diferentes.has(nome) ? `${base(nome)}Entrada` : base(nome));
  // What refers to a different one is different too: until no more are found.
  for (let antes = -1; antes !== diferentes.size; ) {
    antes = diferentes.size;
    for (const nome of entradas) {
      const saida = schemas[base(nome)];
      if (saida && !diferentes.has(nome) && JSON.stringify(renameRefs(schemas[nome], rename)) !== JSON.stringify(renameRefs(saida, rename))) diferentes.add(nome);
    }
  }
  return {
    paths: renameRefs(paths, rename) as No,
    schemas: Object.fromEntries(Object.entries(schemas).map(([nome, s]) => [rename(nome), renameRefs(s, rename) as No])),
  };
}

function renameRefs(no: unknown, rename: (nome: string) => string): unknown {
  if (Array.isArray(no)) return no.map((v) => renameRefs(v, rename));
  if (!isNo(no)) return no;
  const nome = refName(no);
  const novo = mapNo(no, (v) => renameRefs(v, rename));
  return nome === null ? novo : { ...novo, $ref: PREFIXO_SCHEMA + rename(nome) };
}
