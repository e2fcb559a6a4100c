/**
 * What no edital tells, on the folded question: who won or supplied before and for how much, who will compete, opinions and
 * forecasts, people's private life, the world outside the tender. A document can still speak of one of these: it is a sign, not a verdict.
 */
const NUNCA: readonly RegExp[] = [
  /\b(?:ano|contrato|pregao|edital|licitacao|registro de precos?|vez|mes) (?:passad[oa]|anterior(?:es)?)\b/,
  /\bultim[oa]s? (?:registro|contrato|licitac|pregao|obra|compra|casas|vencedor|reforma|vez)/,
  /\bquem (?:ganhou|venceu|forneceu|vendeu|fez|construiu|pintou|descobriu|inventou|escreveu|foi|era|vendia|fornecia|prestava)\b/,
  /\bqual (?:empresa|construtora|laboratorio|escritorio|fornecedor|farmacia|distribuidora|firma|marca) (?:ganhou|venceu|fez|fornece hoje|forneceu|ergueu|vendeu|presta hoje|atende hoje|construiu|executou|que (?:ganhou|venceu))/,
  /\b(?:e quanto|e por quanto|e a que preco|quanto) (?:recebeu|pagou|pagaram|foi pago|gastou|gastaram|custou|ofereceu|cobrou)|\be (?:por quanto|a que preco)\s*\?/,
  /\b(?:ofereceu|venceu|ganhou) (?:[oa] )?(?:farmacia|empresa|pregao|licitacao|ata)/,
  /\b(?:fornece|presta|atende|mantem|usa) (?:hoje|atualmente)\b|\b(?:atual|antig[oa]) (?:fornecedor|contratad|prestador|empresa)/,
  /\bconcorrentes?\b.*\b(?:vao|quem|quais|quant[oa]s|nomes?)|\bquant[oa]s (?:empresas|licitantes|concorrentes) (?:vao|ja|devem|estao)|quem (?:sao )?(?:os )?(?:meus )?concorrentes|quem (?:mais )?(?:vai|vao) (?:disputar|concorrer)/,
  /\bhoje em dia\b|\bhoje\b(?! (?:posso|vale))|\bontem\b|\bamanha\b|fim de semana|\bsabado\b|\bdomingo\b|costuma|rigoros|confiavel|honest|lucr[oa]r?\b|reclame aqui|comigo\b|piada/,
  /\bmelhor\b(?! (?:proposta|lance|preco|oferta|tecnica|classificad|colocad|valor|nota))|\bpior\b|vale a pena|\bchance(?:s)? de|\bvoce acha\b|\brecomenda\b/,
  /\bdo prefeito\b|\bda prefeita\b|\bsalario d[oa]\b|\bcpf d|\bidade d[oa]\b|\bpartido\b|vereador/,
  /\bchove(?:r)?\b|\bvai chover|\bprevisao do tempo|\bmare\b|\bcapital d[aoe] |\bcampeao|\bfutebol|\breceita de\b|\bcomo se faz\b|\bcomo (?:tirar|fazer) (?!a |o |um |uma )|\bplaneta|\bsistema solar|mega-?sena|\bfilme|\bmusica|\bpraia|\brestaurante|\bhoroscopo|\bsigno\b|\bcotacao do dolar|\bbitcoin|\bcopa do mundo|\bpresidente d[oa] (?:brasil|republica)|\bonde comer/,
];

/** How many of these a question shows, at most 2. */
export const foraDoEdital = (perguntaDobrada: string): number => Math.min(2, NUNCA.filter((r) => r.test(perguntaDobrada)).length);
