const [ASPAS, BARRA, ABRE, FECHA, ABRE_LISTA, FECHA_LISTA, FIM_DE_LINHA] = ['"', '\\', '{', '}', '[', ']', '\n'].map((c) => c.charCodeAt(0)) as [number, number, number, number, number, number, number];

/** A piece of a file that should be one JSON value; null: larger than the limit, or broken. */
export type Pedaco = Buffer | null;

/**
 * One line each, without keeping more than one in memory; blank ones are left out, those above `maxBytes` become null.
 * @throws what the stream throws
 */
export async function* splitLinhas(bytes: AsyncIterable<Buffer>, maxBytes: number): AsyncGenerator<Pedaco> {
  let guardado: Buffer[] = [];
  let tamanho = 0;
  const close = (): Pedaco | undefined => {
    const linha = tamanho > maxBytes ? null : Buffer.concat(guardado);
    guardado = [];
    tamanho = 0;
    return linha === null || linha.some((b) => b > 32) ? linha : undefined;
  };
  const keep = (parte: Buffer): void => {
    tamanho += parte.length;
    if (tamanho <= maxBytes) guardado.push(parte);
  };
  for await (const pedaco of bytes) {
    let inicio = 0;
    for (let fim = pedaco.indexOf(FIM_DE_LINHA); fim >= 0; fim = pedaco.indexOf(FIM_DE_LINHA, inicio)) {
      keep(pedaco.subarray(inicio, fim));
      const linha = close();
      if (linha !== undefined) yield linha;
      inicio = fim + 1;
    }
    keep(pedaco.subarray(inicio));
  }
  const resto = close();
  if (resto !== undefined) yield resto;
}

/**
 * The values that stand at a level of nesting, as their brackets tell: 1, the objects of one list; 0, objects one after the other, over as many
 * lines as they like. A line that ends inside a text breaks the value; the next one that opens at that level is read again.
 * @throws what the stream throws
 */
export async function* splitValores(bytes: AsyncIterable<Buffer>, nivel: 0 | 1, maxBytes: number): AsyncGenerator<Pedaco> {
  let fundo = 0;
  let texto = false;
  let escapado = false;
  let guardado: Buffer[] = [];
  let tamanho = 0;
  for await (const pedaco of bytes) {
    let inicio = fundo > nivel ? 0 : -1;
    for (let i = 0; i < pedaco.length; i++) {
      const b = pedaco[i]!;
      if (texto) {
        if (escapado) escapado = false;
        else if (b === BARRA) escapado = true;
        else if (b === ASPAS) texto = false;
        else if (b === FIM_DE_LINHA && fundo > nivel) {
          [texto, fundo, inicio, guardado, tamanho] = [false, nivel, -1, [], 0];
          yield null;
        }
      } else if (b === ASPAS) texto = true;
      else if (b === ABRE || b === ABRE_LISTA) {
        if (fundo === nivel) inicio = i;
        fundo += 1;
      } else if (b === FECHA || b === FECHA_LISTA) {
        // What a broken value left open closes nothing of ours.
        fundo = Math.max(fundo - 1, Math.min(fundo, nivel));
        if (fundo !== nivel || inicio < 0) continue;
        tamanho += i + 1 - inicio;
        yield tamanho > maxBytes ? null : Buffer.concat([...guardado, pedaco.subarray(inicio, i + 1)]);
        [inicio, guardado, tamanho] = [-1, [], 0];
      }
    }
    if (inicio >= 0) {
      tamanho += pedaco.length - inicio;
      if (tamanho <= maxBytes) guardado.push(pedaco.subarray(inicio));
    }
  }
  if (fundo > nivel && tamanho > 0) yield null;
}
