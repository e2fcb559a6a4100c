import { invalido, lettersOf, squeeze, TRECHO_MAXIMO, TRECHO_MINIMO, type Evidencia } from '../../kernel/index.js';
import type { DocumentoLido } from '../domain/documento.js';

type Paginas = Pick<DocumentoLido, 'nome' | 'paginas'>;

/**
 * A quote given by a person, as quotes are kept: it stands on the page it names, spacing and accents aside.
 * @throws AlicitError `correcao_invalida`
 */
export function checkEvidencia({ documento, pagina, trecho: dado }: Evidencia, documentos: readonly Paginas[]): Evidencia {
  const trecho = squeeze(dado);
  const refuse = (mensagem: string, ponteiro: string): never => {
    throw invalido('correcao_invalida', mensagem, { ponteiro: `/evidencia/${ponteiro}` });
  };
  if (trecho.length < TRECHO_MINIMO || trecho.length > TRECHO_MAXIMO) return refuse(`O trecho citado deve ter de ${TRECHO_MINIMO} a ${TRECHO_MAXIMO} caracteres.`, 'trecho');
  const lido = documentos.find((d) => d.nome === documento);
  if (!lido) return refuse(`O documento “${documento.slice(0, 120)}” não está entre os que foram lidos.`, 'documento');
  const texto = lido.paginas.find((p) => p.numero === pagina)?.texto;
  if (texto === undefined) return refuse(`A página ${pagina} de “${documento}” não foi lida.`, 'pagina');
  if (!lettersOf(texto).includes(lettersOf(trecho))) return refuse(`O trecho citado não está na página ${pagina} de “${documento}”: copie-o como está no documento.`, 'trecho');
  return { documento, pagina, trecho };
}
