/**
 * Systems where Brazilian tenders are disputed, by what their addresses or names show on folded text. A system that is
 * not here is still read where the edital says that the session takes place at it.
 */
export const PLATAFORMA_CONHECIDA = new RegExp(
  [
    // federal and state
    String.raw`(?:gov\.br|governamentais\.gov\.br)/compras|compras(?:net|governamentais)?\.gov\.br|comprasnet\.[a-z]{2}\.gov\.br|compras?\.?gov\b|comprasgov\b`,
    String.raw`compras\.(?:rs|mg|sp|pr|am|pe|df|ms|es|to|rn)\.gov\.br|e-?compras\.am|peintegrado|e-?lic\.[a-z]{2}\.gov|sislog\.go|siga\.rj|banparanet|compraspara|centraldecompras\.pb|portaldecompras\.[a-z]{2}\.gov|bec\.sp\.gov\.br|bec/sp|portal\s+de\s+compras\s+do\s+governo\s+federal|sistema\s+de\s+compras\s+do\s+governo\s+federal`,
    // private and state companies
    String.raw`portaldecompraspublicas|portal\s+de\s+compras\s+publicas|licitardigital|licitar\.digital|licitar\s+digital|bll\.org|bllcompras|bolsa\s+de\s+licitacoes\s+(?:(?:e\s+leiloes\s+)?do\s+brasil|e\s+leiloes)|bnc\.org|bnccompras|bolsa\s+nacional\s+de\s+compras|licitanet|licitamaisbrasil|licita\s+mais\s+brasil|licitacoes-e|comprasbr|bbmnet|bolsa\s+brasileira\s+de\s+mercadorias|petronect|licitacoes\.caixa|pregaobanrisul|pregao\s+banrisul|ammlicita|m2atecnologia|publinexo|bionexo|licitaapp|licita\.app|compreonline|e-?licita\b|scl?picloud|cidadecompras|licitacon|compras\.m2a|apoiocotacoes|wbcpublic|paradigmabs`,
  ].join('|'),
);

/** Addresses that editais print for other ends: the agency's own site, the national portal, laws, e-mails, social networks. */
export const OUTRO_SITE = /\bpncp|\bvalida|planalto|receita|fazenda\.gov|caixa\.gov\.br\/(?!.*licita)|tst\.jus|cnj\.jus|tcu\.gov|portaltransparencia|transparencia|sintegra|diario|dom\.sc|inmetro|anvisa|whatsapp|facebook|instagram|youtube|google|drive\.|sicaf|governodigital|iti\.gov|e-?mec|simples|atende\.net|\.pdf\b|legislacao|lexml/;

/** Source of an address on folded text (`example` is the domain reserved for documents such as ours), group `url`. */
export const ENDERECO = String.raw`(?<url>(?:https?\s?:\s?//\s?)?(?:www\d?\.\s?)?(?<![@\w.-])[a-z0-9][a-z0-9-]{0,40}(?:\.[a-z0-9-]{2,40}){0,4}\.(?:br|com|org|net|gov|digital|app|online|io|site|tech|example)(?![\w-])(?:/[\w./?=&#%-]{0,60})?)`;
