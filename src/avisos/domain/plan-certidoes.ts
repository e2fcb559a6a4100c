import { diaDoInstante, type Dia } from '../../kernel/index.js';
import type { DocumentoEmpresa, TipoDocumentoEmpresa } from '../../empresas/index.js';
import type { Andamento } from './plan-alertas.js';
import type { PrazoConhecido } from './prazo-conhecido.js';

/** Kinds that expire and are asked for in habilitação. */
const CERTIDOES: ReadonlySet<TipoDocumentoEmpresa> = new Set(['cnd_federal', 'cnd_estadual', 'cnd_municipal', 'crf_fgts', 'cndt', 'certidao_falencia', 'certidao_simplificada', 'sicaf', 'registro_conselho', 'licenca']);

/** The last day of a certidão that will be asked for later than that. */
export interface CertidaoCurta {
  readonly chave: string;
  readonly documento: DocumentoEmpresa & { readonly validade: Dia };
  /** The day it will be asked for. */
  readonly exigidaEm: Dia;
}

export interface EntradaCertidoes {
  readonly referencia: string;
  readonly andamento: Andamento;
  readonly prazos: readonly PrazoConhecido[];
  readonly documentos: readonly DocumentoEmpresa[];
  readonly agora: Date;
  readonly contadas: ReadonlySet<string>;
}

/** Certidões with a validity, of each kind and place only the one that lasts longest: a renewed one takes the place of the old. */
export function certidoesEmVigor(documentos: readonly DocumentoEmpresa[]): readonly (DocumentoEmpresa & { readonly validade: Dia })[] {
  const porTipo = new Map<string, DocumentoEmpresa & { readonly validade: Dia }>();
  const eternas = new Set<string>();
  for (const d of documentos) {
    if (!CERTIDOES.has(d.tipo) || d.validade === undefined) continue;
    const nome = nomeDe(d);
    if (d.validade === null) eternas.add(nome);
    else if ((porTipo.get(nome)?.validade ?? '') < d.validade) porTipo.set(nome, { ...d, validade: d.validade });
  }
  return [...porTipo].filter(([nome]) => !eternas.has(nome)).map(([, d]) => d);
}

/** Earlier than this before it is asked for, renewing would not help: a CRF lasts 30 days. */
const ANTECEDENCIA_MS = 20 * 86_400_000;

/** Certidões that will have expired when a tender that goes on asks for them, within 20 days: on the day of the session, else of the end of proposals. */
export function planCertidoes({ referencia, andamento, prazos, documentos, agora, contadas }: EntradaCertidoes): readonly CertidaoCurta[] {
  const pedida = prazos.find((p) => p.id === 'sessao') ?? prazos.find((p) => p.id === 'propostas');
  const exigidaEm = pedida ? diaDoInstante(pedida.em) : null;
  if (andamento !== 'divulgada' || !pedida || exigidaEm === null || !isPerto(Date.parse(pedida.em) - agora.getTime())) return [];
  return certidoesEmVigor(documentos)
    .filter((d) => d.validade < exigidaEm)
    .map((documento) => ({ chave: `certidao:${referencia}:${nomeDe(documento)}:${documento.validade}:${exigidaEm}`, documento, exigidaEm }))
    .filter((c) => !contadas.has(c.chave));
}

const isPerto = (faltaMs: number): boolean => faltaMs > 0 && faltaMs <= ANTECEDENCIA_MS;

/** What tells one certidão from another of the company: its kind, and the place where kinds have one. */
export const nomeDe = ({ tipo, uf, municipio, descricao }: DocumentoEmpresa): string => [tipo, uf ?? '', municipio ?? '', tipo === 'registro_conselho' || tipo === 'licenca' ? (descricao ?? '') : ''].join('/').toLowerCase().replace(/\s+/g, ' ').slice(0, 120);

const NOMES: Readonly<Partial<Record<TipoDocumentoEmpresa, string>>> = {
  cnd_federal: 'Certidão federal (RFB/PGFN)', cnd_estadual: 'Certidão da Fazenda estadual', cnd_municipal: 'Certidão da Fazenda municipal', crf_fgts: 'CRF do FGTS', cndt: 'CNDT',
  certidao_falencia: 'Certidão de falência', certidao_simplificada: 'Certidão simplificada da Junta', sicaf: 'SICAF', registro_conselho: 'Registro no conselho', licenca: 'Licença',
};

/** As people name it. */
export const tituloDaCertidao = ({ tipo, uf }: Pick<DocumentoEmpresa, 'tipo' | 'uf'>): string => `${NOMES[tipo] ?? 'Documento'}${uf && tipo === 'cnd_estadual' ? ` (${uf})` : ''}`;
