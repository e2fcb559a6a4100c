import type { Rascunho } from './leitor.js';

const CODIGO = /\b(?:codigo\s+(?:de\s+)?(?:controle|autenticidade|autenticacao|verificacao|validacao|verificador|de\s+seguranca)(?:\s+d[aeo]\s+(?:certidao|certificado|documento|comprovante))?|chave\s+de\s+(?:autenticidade|autenticacao|seguranca|validacao)|autenticacao|codigo\s+verificador|hash)\s*(?:n[ºo.]+)?\s*[:.-]?\s*([0-9a-z]{2,80}(?:[.\-/][0-9a-z]{1,12}){0,9})/;
const VALOR = String.raw`([0-9][0-9a-z]{0,24}(?:\s?[./-]\s?[0-9a-z]{1,12}){0,5})`;
const NO = String.raw`(?:n[ºo°.]{1,3}\s*:?|numero\s*:?|:\s*(?:n[ºo°.]{1,3})?)`;
/** In order of authority: beside the paper's name, on a line of its own, inside the title. */
const NUMEROS = [
  new RegExp(String.raw`\b(?:certid(?:ao|oes)|certificado|cnd|certificacao|alvara(?:\s+sanitario)?|licenca|protocolo|comprovante)\s*${NO}\s*${VALOR}`), new RegExp(String.raw`\b(?:numero|n[ºo.]{1,2})\s+d[ao]\s+(?:certidao|certificado|documento|licenca|alvara)\s*:?\s*${VALOR}`),
  new RegExp(String.raw`(?<=^|[\n\f])\s*(?:nr?[ºo°.]{1,3}|numero)\s*:?\s*${VALOR}`), new RegExp(String.raw`\b(?:certidao|certificado|alvara)\b[^.;:\n]{0,80}?\bn[ºo°.]{1,3}\s*${VALOR}`),
];

const TOPO = 4_000;

/** Number of the paper and the code by which its issuer confirms it. */
export function readNumero(r: Rascunho): void {
  const p = r.papel;
  const codigo = p.findAll(CODIGO, 10).find((m) => /\d/.test(m[1]!) && m[1]!.length >= 4);
  if (codigo) {
    r.codigoControle = p.at({ inicio: codigo.fim - codigo[1]!.length, fim: codigo.fim }).replace(/[.\-/]+$/, '');
    r.prove('codigoControle', codigo);
  } else r.lack('codigoControle', 'O documento não traz código de controle reconhecível.');
  for (const rx of NUMEROS) {
    for (const m of p.dobrado.slice(0, TOPO).matchAll(new RegExp(rx.source, 'g'))) {
      const lugar = { inicio: m.index + m[0].length - m[1]!.length, fim: m.index + m[0].length };
      if (r.numero !== null || isCnpjOuData(m[1]!) || m[1]!.length < 3 || (codigo && lugar.inicio < codigo.fim && lugar.fim > codigo.inicio)) continue;
      r.numero = p.at(lugar).replace(/\s/g, '');
      r.prove('numero', { inicio: m.index, fim: lugar.fim });
    }
  }
  if (r.numero === null) r.lack('numero', 'O documento não traz número reconhecível.');
}

const isCnpjOuData = (t: string): boolean => /^\d{2}\/\d{2}\/\d{4}$/.test(t) || /^[0-9a-z]{2}\.[0-9a-z]{3}\.[0-9a-z]{3}/.test(t) || /^\d{14}$/.test(t);
