/** A component of a calendar: properties (name → value, unescaped; parameters kept in the name) and what is inside it. */
export interface Componente {
  readonly nome: string;
  readonly propriedades: Readonly<Record<string, string>>;
  readonly dentro: readonly Componente[];
}

/** Reads iCalendar as RFC 5545 writes it: CRLF, lines of at most 75 octets, folded; components that open and close. @throws Error where it does not */
export function lerIcs(texto: string): Componente {
  const fisicas = texto.split('\r\n');
  if (texto.replace(/\r\n/g, '').match(/[\r\n]/)) throw new Error('a line break that is not CRLF');
  const longa = fisicas.find((l) => Buffer.byteLength(l) > 75);
  if (longa !== undefined) throw new Error(`a line longer than 75 octets: ${longa}`);
  const linhas = texto.replace(/\r\n[ \t]/g, '').split('\r\n').filter((l) => l !== '');
  const pilha: { nome: string; propriedades: Record<string, string>; dentro: Componente[] }[] = [{ nome: '', propriedades: {}, dentro: [] }];
  for (const linha of linhas) {
    const [, nome = '', valor = ''] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/s.exec(linha) ?? [];
    if (!nome) throw new Error(`not a property: ${linha}`);
    const topo = pilha.at(-1)!;
    if (nome === 'BEGIN') pilha.push({ nome: valor, propriedades: {}, dentro: [] });
    else if (nome === 'END') {
      if (topo.nome !== valor) throw new Error(`END:${valor} inside ${topo.nome}`);
      pilha.pop();
      pilha.at(-1)!.dentro.push(topo);
    } else topo.propriedades[nome] = valor.replace(/\\([nN,;\\])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c));
  }
  const [calendario] = pilha[0]!.dentro;
  if (pilha.length !== 1 || calendario?.nome !== 'VCALENDAR') throw new Error('not one whole VCALENDAR');
  return calendario;
}

export const eventosDe = (ics: string): readonly Componente[] => lerIcs(ics).dentro.filter((c) => c.nome === 'VEVENT');
