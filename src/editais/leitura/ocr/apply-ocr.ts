import { lettersOf } from '../../../kernel/index.js';
import type { NaoLido } from '../../domain/documento.js';
import type { Pagina } from '../../domain/pagina.js';
import { isIlegivel } from './texto-ilegivel.js';
import type { PaginaPendente } from './decide-ocr.js';
import type { EstadoOcr, ResultadoOcr } from './resultado-ocr.js';

type Lacuna = Omit<NaoLido, 'documento'>;

/** Why pages were not sent to OCR at all. */
export type SemOcr = 'desligado' | 'limite';

const SEM_OCR: Readonly<Record<SemOcr, { codigo: string; motivo: string }>> = {
  desligado: { codigo: 'sem_texto', motivo: 'Páginas sem camada de texto (imagem digitalizada), e o OCR está desligado: não foram lidas.' },
  limite: { codigo: 'limite_ocr', motivo: 'Páginas sem camada de texto além do limite de páginas lidas por OCR em um documento: não foram lidas.' },
};
const FALHAS: Readonly<Partial<Record<EstadoOcr, { codigo: string; motivo: string }>>> = {
  sem_texto: { codigo: 'sem_texto', motivo: 'Páginas sem camada de texto (imagem) em que o OCR não achou texto: confira-as à vista.' },
  ilegivel: { codigo: 'ocr_ilegivel', motivo: 'Páginas em imagem ilegível para o OCR (cópia fraca ou manuscrita): não foram lidas; confira-as à vista.' },
  tempo_esgotado: { codigo: 'tempo_esgotado', motivo: 'O OCR destas páginas passou do tempo permitido e foi interrompido: não foram lidas.' },
  falhou: { codigo: 'ocr_falhou', motivo: 'O OCR destas páginas falhou (imagem corrompida ou grande demais): não foram lidas.' },
};
/** A page with a stamp of native text is taken from OCR when that reads this many times its letters, and as many more as a line has. */
const MAIS_QUE_O_CARIMBO = 1.5;
const MAIS_LETRAS = 80;

/**
 * The pages with what OCR gave in the place of those it was asked for, and what is still unread. A page with some text
 * of its own keeps it unless OCR clearly reads more. Pure.
 */
export function applyOcr(paginas: readonly Pagina[], pendentes: readonly PaginaPendente[], resultados: ReadonlyMap<number, ResultadoOcr>, semOcr: SemOcr): { readonly paginas: readonly Pagina[]; readonly naoLido: readonly Lacuna[] } {
  const novas = new Map<number, Pagina>();
  const lacunas = new Map<string, { codigo: string; motivo: string; paginas: number[] }>();
  for (const pendente of pendentes) {
    const nativa = paginas.find((p) => p.numero === pendente.numero);
    if (!nativa) continue;
    const resultado = resultados.get(pendente.numero);
    const nova = resultado && chooseTexto(nativa, pendente, resultado);
    if (nova) {
      novas.set(nova.numero, nova);
      continue;
    }
    const falha = whyNot(pendente, resultado, semOcr);
    if (!falha) continue;
    const lacuna = lacunas.get(falha.motivo) ?? { ...falha, paginas: [] };
    lacuna.paginas.push(pendente.numero);
    lacunas.set(falha.motivo, lacuna);
  }
  return {
    paginas: novas.size ? paginas.map((p) => novas.get(p.numero) ?? p) : paginas,
    naoLido: [...lacunas.values()].map(({ paginas: numeros, codigo, motivo }) => ({ paginas: numeros, codigo, motivo })),
  };
}

/** The page as it is to be read; null when OCR did not read it. */
function chooseTexto(nativa: Pagina, { causa }: PaginaPendente, { estado, pagina }: ResultadoOcr): Pagina | null {
  if (estado === 'em_branco') return { ...nativa, origem: 'nativo' };
  if (!pagina) return null;
  if (causa === 'ilegivel') return isIlegivel(pagina.texto) ? null : pagina;
  if (causa === 'imagem') {
    const [antes, depois] = [lettersOf(nativa.texto).length, lettersOf(pagina.texto).length];
    return depois >= antes * MAIS_QUE_O_CARIMBO && depois >= antes + MAIS_LETRAS ? pagina : nativa;
  }
  return pagina;
}

/** A picture under a stamp that was read has nothing left unread. */
const whyNot = ({ causa }: PaginaPendente, resultado: ResultadoOcr | undefined, semOcr: SemOcr): { codigo: string; motivo: string } | undefined => {
  if (!resultado) return SEM_OCR[semOcr];
  return causa === 'imagem' && resultado.estado === 'sem_texto' ? undefined : (FALHAS[resultado.estado] ?? FALHAS.ilegivel);
};
