import { itemEvidencias } from './item-evidencias.js';
import { VIGENCIA_14133, type Regra } from './regra.js';
import { findTrechos, mentions, semClausula } from './trechos.js';
import { fold } from '../../kernel/index.js';

const EQUIVALENTE = /\b(?:ou\s+(?:equivalente|similar|superior|de\s+melhor\s+qualidade)|equivalentes?|similar(?:es)?|melhor\s+qualidade|mera\s+referencia|apenas\s+(?:como\s+)?referencia)\b/;
const REFERENCIA = /\b(?:marcas?|modelos?)\s*(?:\/\s*modelos?\s*)?(?:de\s+|como\s+|para\s+|\/\s*)?referencia\b|\breferencia\s*:\s*marca\b|\bda\s+marca\s+[a-z]{3,}/;
const MARCA_NO_ITEM = /\bmarcas?\s*:?\s+(?!de\s|do\s|da\s|e\s|ou\s|propria|ofertad|cotad|proposta|\/|\()[a-z]{3,}/;
const PERTO = 400;

/** A brand as reference needs "ou equivalente" (art. 41, I, d; Ac. TCU 808/2019-P; Súmula 270). */
export const marcaSemEquivalente: Regra = {
  id: 'marca_art41', titulo: 'Marca sem "ou equivalente"', dispositivo: 'art. 41, I, da Lei 14.133/2021; Acórdão TCU 808/2019-Plenário', nivelFonte: 'V', vigencia: VIGENCIA_14133, regimes: ['14133'], restritiva: true,
  verificar: (c) => {
    const noItem = c.itens.filter((i) => MARCA_NO_ITEM.test(fold(i.descricao)) && !EQUIVALENTE.test(fold(i.descricao)));
    const noTexto = findTrechos(c.texto, REFERENCIA, { regioes: ['edital', 'tr', 'anexo', 'planilha'], exceto: /garantia|proposta|ofertad|cotad|indicar\s+a\s+marca|informar/ })
      .filter((t) => !EQUIVALENTE.test(c.texto.dobrado.slice(Math.max(0, t.achado.inicio - PERTO), t.achado.fim + PERTO)));
    if (!noItem.length && !noTexto.length) return semClausula(c, 'indique marca sem aceitar equivalente');
    const geral = mentions(c.texto, /\b(?:marcas?|modelos?)\b[^.;]{0,200}?\b(?:equivalentes?|similar(?:es)?|melhor\s+qualidade)\b/);
    const evidencias = [...noTexto.slice(0, 2).map((t) => t.evidencia), ...itemEvidencias(noItem.slice(0, 3))];
    if (geral) return { resultado: 'nao_aferivel', motivo: 'O edital indica marca em alguns pontos e, em outro, aceita equivalente: confirme se vale para todos.', evidencias, sugestao: 'Perguntar se produto equivalente é aceito em todos os itens.' };
    return { resultado: 'indicio', motivo: 'O edital indica marca ou modelo sem dizer que aceita equivalente ou similar.', evidencias, sugestao: 'Pedir que se aceite produto equivalente ou de melhor qualidade, ou a justificativa da padronização.' };
  },
};
