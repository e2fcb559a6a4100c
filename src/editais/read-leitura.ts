import type { ConferenciaItens } from './domain/conferencia.js';
import type { Fatos } from './domain/fato.js';
import type { ItemEdital } from './domain/item.js';
import { findOcr, markItens } from './domain/mark-ocr.js';
import { TextoEdital } from './domain/texto-edital.js';
import { readFatosDoConjunto } from './em-vigor/read-fatos-conjunto.js';
import { conferirComValor } from './itens/conferir-itens.js';
import { fillBeneficio } from './itens/fill-beneficio.js';
import { readItens } from './itens/index.js';
import type { Conjunto } from './open-conjunto.js';

/** Stage 3: what the set says. Depends on the documents alone, so that every company shares it. */
export interface LeituraDoEdital {
  readonly texto: TextoEdital;
  readonly fatos: Fatos;
  readonly itens: readonly ItemEdital[];
  /** The items as the table prints them, before the tender's rule of ME/EPP fills them. */
  readonly tabela: readonly ItemEdital[];
  /** The arithmetic of the table: rows, and their sum against the total printed or the estimated value. */
  readonly conferencia: ConferenciaItens;
}

/** A detached signature has no text that could be missing. */
const SEM_CONTEUDO = 'assinatura_sem_conteudo';

/** Reads facts and items from a set that was gathered and read. Pure. */
export function readLeitura(conjunto: Pick<Conjunto, 'partes' | 'erratas' | 'naoLido'>, texto = new TextoEdital(conjunto.partes)): LeituraDoEdital {
  const documentosNaoLidos = conjunto.naoLido.filter((n) => n.paginas === undefined && n.codigo !== SEM_CONTEUDO);
  const fatos = readFatosDoConjunto(conjunto, documentosNaoLidos, texto);
  const { itens: lidos, conferencia } = readItens(conjunto.partes, texto);
  const tabela = markItens(lidos, findOcr(conjunto.partes.map((p) => p.documento)));
  return { texto, fatos, tabela, itens: fillBeneficio(tabela, fatos), conferencia: conferirComValor(conferencia, fatos.valor_estimado_total.valor) };
}
