import type { ClasseDocumento } from '../domain/documento.js';

/** What a heading line says the document is. */
export type TituloDe = ClasseDocumento | 'aviso_direta' | 'comunicado';

const MODALIDADE = String.raw`(?:pregao|concorrencia|dispensa|inexigibilidade|credenciamento|chamamento|chamada|tomada|leilao|concurso|licitacao|dialogo|pre-?qualificacao)`;

/** Headings by their first words, on folded text. The first that fits tells; order matters where two could. */
export const TITULOS: readonly (readonly [RegExp, TituloDe])[] = [
  [/^(?:aviso|comunicado|nota|termo|despacho) (?:d[eoa] )?(?:adiamento|prorrogacao|remarcacao|redesignacao|postergacao|alteracao d[aeo]s? (?:data|edital|prazo|sessao)|aditamento d[eo] edital)\b/, 'errata'],
  [/^(?:termo de |nota de |aviso de |comunicado de |\d{1,2}\s?[ºªao]?\.?\s+(?:termo de )?)?(?:errata|retificacao|adendo|rerratificacao|re-ratificacao)\b(?!.{0,12}(?:parecer|resultado|julgamento|ata\b))/, 'errata'],
  [/^(?:extrato d[ea] |aviso d[ea] )?(?:retificacao d[eo] |errata d[eo] )?parece[r]?\b|^(?:retificacao|errata) d[eo] parecer|^analise (?:tecnica|juridica)|^manifestacao (?:tecnica|juridica)/, 'parecer'],
  [/^(?:(?:aviso|extrato|termo|relatorio|despacho) d[aeo]s? )?(?:resultado|homologacao|adjudicacao|julgamento|ratificacao|revogacao|vencedores|classificacao final)\b|^extrato d[eo]s? (?:contrato|ata|licitacao (?:fracassada|deserta))|^relatorio (?:final|de julgamento)/, 'resultado'],
  [/^(?:\d{1,2}\s?[ºªao]?\.?\s+)?ata\b(?! de registro de precos?$)/, 'ata'],
  [/^(?:estudos?|relatorio de estudos?) (?:tecnicos? )?preliminar(?:es)?\b|^etp\b/, 'etp'],
  [/^(?:documento (?:de )?)?(?:formalizacao|oficializacao) d[ea] demanda|^documento de (?:formalizacao|oficializacao)|^dfd\b|^(?:requisicao|solicitacao|pedido) (?:ao |a |de |para )?(?:compras?|despesa|contratacao|abertura)/, 'dfd'],
  [new RegExp(`^aviso d[ea]\\s?(?:dispensa|contratacao direta|cotacao)`), 'aviso_direta'],
  [new RegExp(`^(?:extrato|resumo) d[eo] (?:edital|${MODALIDADE})|^aviso\\s?d[eo]\\s?(?:edital|abertura|${MODALIDADE})|^aviso$`), 'aviso'],
  [/^comunicado\b/, 'comunicado'],
  [/^minuta\b|^(?:minuta d[eo] )?(?:termo de )?contrato(?: administrativo)?\s+(?:n[ºo.]|de (?:prestacao|fornecimento|empreitada|compra)|que (?:entre si )?)|^ata de registro de precos?$/, 'minuta'],
  [/^termo de referencia\b|^(?:projeto basico|anteprojeto|memorial descritivo)\b|^especificacoes tecnicas?\b/, 'tr'],
  [/^relacao de itens|^planilhas? |^mapa comparativo|^orcamento (?:estimad|estimativ|basic|sintetic|analitic)|^cronograma fisico|^composicao (?:de|do) (?:custo|bdi)|^quadro (?:de|estimativo)/, 'planilha'],
  [new RegExp(`^(?:\\(?minuta (?:de|do) )?edital(?:$|\\s|:|-)(?!.{0,4}(?:encontra|sera|podera))`), 'edital'],
  [new RegExp(`^(?:modalidade\\s?:?\\s?)?${MODALIDADE}\\b.{0,60}\\d{1,6}\\s?/`), 'edital'],
  [new RegExp(`^${MODALIDADE}(?: publica| eletronic[ao]| presencial| por registro de precos?| para registro de precos?){0,2}$`), 'edital'],
];

/** A heading may be numbered, be an annex's, or stand after "título:". */
export const stripPrefixo = (dobrado: string): string =>
  dobrado
    .replace(/^(?:anexo\s+[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,2})?\s*[-:.)]*\s*)/, '')
    .replace(/^(?:titulo|assunto|documento|ref)\s?:\s?/, '')
    .replace(/^[\d.\s)(*"'-]{1,8}(?=[a-z])/, '')
    .trim();
