import { findAchados } from '../../editais/index.js';
import { formatDia } from '../../kernel/index.js';
import { textoDaFrase } from '../contexto/frase.js';
import type { Contexto } from '../contexto/contexto.js';
import { readFato } from '../contexto/lido.js';
import type { RequisitoHabilitacao } from '../domain/analise.js';
import { citar } from '../verificacoes/trechos.js';
import type { Momento } from './momento.js';

/** Ways of asking who does not visit for a word that the place is known (art. 63 § 3º). */
const DECLARA_LOCAL = /\bdeclara\w+[^;]{0,120}?\bnao\s+(?:realizacao|visita|vistoria)\b[^;]{0,60}|\bdeclara\w+[^;]{0,160}?\bconhec\w+[^;]{0,160}?\b(?:local|locais|condicoes|peculiaridades)\b|\batestar\b[^;]{0,60}?\bconhec\w+\s+o\s+local\b|\b(?:atestado|certificado|comprovante|comprovacao)\s+(?:\w+\s+){0,4}?(?:visita|vistoria)\b[^;]{0,120}?\bou\s+(?:a\s+)?declara\w+/;
const PEDE = /\b(?:dever\w*|apresent\w+|junta\w*|sob\s+pena|exig\w+|comprov\w+)\b/;
const DISPENSA = /\b(?:nao\s+(?:sera\w*|e|ha)\s+(?:\w+\s+)?(?:exigid|necessari|obrigat)\w*|dispensad[ao]s?)\b/;

/** The visit may be facultative and its declaration not: leaving it out puts the bidder out. */
export function linhasDoLocal(c: Contexto, m: Momento): RequisitoHabilitacao[] {
  if (readFato(c.fatos, 'visita_tecnica')?.valor !== 'facultativa') return [];
  const pedida = findAchados(c.texto, DECLARA_LOCAL, { regioes: ['edital', 'tr', 'anexo'] }).find((a) => {
    const frase = textoDaFrase(c.texto, a.inicio, a.fim);
    return PEDE.test(frase) && !DISPENSA.test(frase);
  });
  const evidencia = pedida && citar(c.texto, pedida.inicio, pedida.fim);
  if (!evidencia) return [];
  return [{
    validade: null, sanavel: false, id: 'declaracao_local', grupo: 'declaracao', titulo: 'Declaração de que conhece o local (ou atestado de visita)', dispositivo: 'art. 63, §§ 2º e 3º, da Lei 14.133/2021', evidencia, documentoEmpresa: 'declaração da própria empresa',
    exigidoEm: m.dia, diasParaObter: 0, verificacoes: [], status: 'atende', motivo: `A visita é facultativa, a declaração não: basta declarar${m.dia ? ` até ${formatDia(m.dia)}` : ''}, com a assinatura que o edital pede.`, acao: 'Declarar com a proposta ou juntar o atestado de visita.',
  }];
}
