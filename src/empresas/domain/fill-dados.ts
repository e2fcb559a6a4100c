import { fold, formatDia } from '../../kernel/index.js';
import type { DocumentoEmpresa } from './empresa.js';
import type { AvisoDocumento, LeituraDocumento } from './leitura-documento.js';

/** Kinds whose State or município tells which of the company's seats they are for. */
const COM_LOCAL: readonly string[] = ['cnd_estadual', 'cnd_municipal', 'inscricao_estadual', 'inscricao_municipal'];
const COM_MUNICIPIO: readonly string[] = ['cnd_municipal', 'inscricao_municipal'];

/** A paper as a document of the profile. `validade`: null does not expire, absent unknown. */
export function toDocumentoEmpresa(l: LeituraDocumento): DocumentoEmpresa {
  const prova = l.evidencias['validade'] ?? l.evidencias['resultado'] ?? l.evidencias['titular'] ?? l.evidencias['tipo'];
  return {
    tipo: l.tipo, descricao: [l.titulo, l.numero ? `nº ${l.numero}` : ''].filter(Boolean).join(' ').slice(0, 500),
    ...(l.emissao ? { emissao: l.emissao } : {}),
    ...(l.validade.ate ? { validade: l.validade.ate } : l.validade.regra === 'nao_vence' ? { validade: null } : {}),
    ...(l.uf && COM_LOCAL.includes(l.tipo) ? { uf: l.uf } : {}), ...(l.municipio && COM_MUNICIPIO.includes(l.tipo) ? { municipio: l.municipio.slice(0, 120) } : {}),
    ...(l.resultado ? { resultado: l.resultado } : {}), ...(prova ? { prova } : {}),
  };
}

/** Stored data with what its file states and proves, where they do not say it: a person who changes a date does not make a positive certidão negative. */
export function withLeitura(dados: DocumentoEmpresa, leitura: LeituraDocumento | null): DocumentoEmpresa {
  if (leitura?.tipo !== dados.tipo) return dados;
  const { resultado, prova } = toDocumentoEmpresa(leitura);
  return { ...(resultado ? { resultado } : {}), ...(prova ? { prova } : {}), ...dados };
}

/** What is compared: how it is called, and the code of the warning. */
const NOMES = {
  tipo: { nome: 'o tipo', codigo: 'diverge_tipo' }, emissao: { nome: 'a emissão', codigo: 'diverge_emissao' }, validade: { nome: 'a validade', codigo: 'diverge_validade' }, uf: { nome: 'a UF', codigo: 'diverge_uf' },
  municipio: { nome: 'o município', codigo: 'diverge_municipio' }, resultado: { nome: 'o resultado', codigo: 'diverge_resultado' },
} as const;

/** The given data with what is missing filled from the paper. What was given wins; where the paper says otherwise there is a warning. */
export function fillDados(dados: Partial<DocumentoEmpresa>, leitura: LeituraDocumento): { dados: DocumentoEmpresa; avisos: AvisoDocumento[] } {
  const lido = toDocumentoEmpresa(leitura);
  const avisos = (Object.keys(NOMES) as (keyof typeof NOMES)[]).flatMap((campo): AvisoDocumento[] => {
    const [dado, doPapel] = [dados[campo], lido[campo]];
    if (dado === undefined || doPapel === undefined || same(dado, doPapel) || (campo === 'tipo' && leitura.tipo === 'outro')) return [];
    const { nome, codigo } = NOMES[campo];
    return [{ codigo, mensagem: `Vale ${nome} informad${nome.charAt(0)} (${show(dado)}); o documento diz ${show(doPapel)}.${quoteOf(leitura, campo)}` }];
  });
  const outroTipo = dados.tipo !== undefined && dados.tipo !== leitura.tipo && leitura.tipo !== 'outro';
  // Dates of what the person says is another kind of paper are not believed.
  return { dados: outroTipo ? { ...dados, tipo: dados.tipo } : { ...lido, ...dados, tipo: dados.tipo ?? lido.tipo }, avisos };
}

const same = (a: string | null, b: string | null): boolean => (a === null || b === null ? a === b : fold(a) === fold(b));
const show = (v: string | null): string => (v === null ? 'que não vence' : /^\d{4}-\d{2}-\d{2}$/.test(v) ? formatDia(v) : v.replace(/_/g, ' '));
const quoteOf = ({ evidencias }: LeituraDocumento, campo: string): string => (evidencias[campo] ? ` Página ${evidencias[campo].pagina}: “${evidencias[campo].trecho}”` : '');
