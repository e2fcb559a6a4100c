import type { LeituraDocumento, TipoDocumentoEmpresa } from '../../empresas/index.js';
import type { Pagina } from '../../editais/index.js';
import { ESPECIES } from './especies/index.js';
import { Rascunho } from './leitor.js';
import { readNumero } from './numero.js';
import { Papel } from './papel.js';
import { beginsPapel, recognize, type Reconhecimento } from './recognize.js';
import { readTitular } from './titular.js';
import { TITULO_DO_TIPO } from './titulos.js';
import { readEmissao, readValidade } from './validade.js';

/** Kinds in which an issue and a validity are looked for beside their labels; in the others dates mean other things. */
const COM_DATAS: ReadonlySet<TipoDocumentoEmpresa> = new Set(['cnd_federal', 'cnd_estadual', 'cnd_municipal', 'crf_fgts', 'cndt', 'certidao_falencia', 'certidao_simplificada', 'registro_conselho', 'licenca', 'inscricao_estadual', 'inscricao_municipal', 'sicaf']);
const CERTIDOES: ReadonlySet<TipoDocumentoEmpresa> = new Set(['cnd_federal', 'cnd_estadual', 'cnd_municipal', 'crf_fgts', 'cndt', 'certidao_falencia']);

const MAX_PAPEIS = 40;

/**
 * Reads a company's paper: what it is, whose, when issued, until when valid, what it states, each with its quote. A file with several
 * papers, each on pages of its own, gives several readings. What no kind claims is `outro`. Pure; never looks at the file's name.
 */
export function readDocumentosEmpresa(documento: string, paginas: readonly Pagina[]): LeituraDocumento[] {
  const grupos: { paginas: Pagina[]; tipo: TipoDocumentoEmpresa }[] = [];
  for (const pagina of paginas) {
    const sozinha = new Papel(documento, [pagina]);
    const so = recognize(sozinha);
    const ultimo = grupos.at(-1);
    if (!ultimo || (beginsPapel(sozinha, so) && ultimo.tipo !== so.tipo && grupos.length < MAX_PAPEIS)) grupos.push({ paginas: [pagina], tipo: so.tipo });
    else ultimo.paginas.push(pagina);
  }
  return grupos.map((g) => readUm(documento, g.paginas));
}

function readUm(documento: string, paginas: readonly Pagina[]): LeituraDocumento {
  const p = new Papel(documento, paginas);
  const tipo = recognize(p);
  const r = new Rascunho(p, tipo.tipo);
  readTitular(r);
  if (COM_DATAS.has(tipo.tipo)) {
    readEmissao(r);
    if (tipo.tipo !== 'sicaf') readValidade(r);
    readNumero(r);
  } else if (tipo.tipo === 'atestado' || tipo.tipo === 'cartao_cnpj' || tipo.tipo === 'outro') readEmissao(r);
  if (tipo.tipo === 'outro') r.warn('tipo_nao_reconhecido', 'O documento não foi reconhecido como nenhum dos tipos que o ALICIT lê: diga o tipo dele.');
  else ESPECIES[tipo.tipo](r);
  return finish(r, tipo);
}

function finish(r: Rascunho, tipo: Reconhecimento): LeituraDocumento {
  const { titular, emissor, numero, emissao, validade, uf, municipio, resultado, codigoControle, valores, evidencias, avisos } = r;
  const ocr = r.papel.paginas.some((p) => p.origem === 'ocr');
  if (tipo.inicio !== null && tipo.fim !== null) r.prove('tipo', { inicio: tipo.inicio, fim: tipo.fim });
  if (ocr) r.warn('lido_por_ocr', 'O texto veio de reconhecimento de imagem (OCR): confira datas e números.');
  if (resultado === 'positiva') r.warn('certidao_positiva', 'A certidão é positiva (há débitos ou ações): não atende a exigência nenhuma.');
  if (titular.nome === null) r.lack('titular.nome', 'O nome do titular não foi lido.');
  if (validade.ate === null && validade.regra === 'desconhecida') r.lack('validade', validade.motivo);
  return {
    tipo: r.tipo, titulo: r.titulo ?? TITULO_DO_TIPO[r.tipo], titular, emissor, numero, emissao, validade, uf, municipio, resultado, codigoControle, valores, evidencias: { ...evidencias }, faltam: withoutFound(r.faltam, r), confianca: trust(r, tipo, ocr),
    origem: ocr ? 'ocr' : 'nativo', paginas: { primeira: r.papel.paginas[0]?.numero ?? 1, ultima: r.papel.paginas.at(-1)?.numero ?? 1 }, avisos,
  };
}

/** A general reader may have missed what the kind's own reader found. */
const withoutFound = (faltam: Readonly<Record<string, string>>, r: Rascunho): Record<string, string> => {
  const achados: Readonly<Record<string, unknown>> = { emissor: r.emissor, numero: r.numero, emissao: r.emissao, uf: r.uf, municipio: r.municipio, resultado: r.resultado, codigoControle: r.codigoControle, 'titular.nome': r.titular.nome, 'titular.cnpj': r.titular.cnpj };
  return Object.fromEntries(Object.entries(faltam).filter(([campo]) => achados[campo] == null));
};

/** The kind by its lead over the next, then the fields that decide; OCR and contradictions lower it. */
function trust(r: Rascunho, tipo: Reconhecimento, ocr: boolean): number {
  if (tipo.tipo === 'outro') return 0.2;
  let n = Math.min(0.6, 0.35 + (tipo.pontos - tipo.segundo) * 0.05);
  if (r.titular.raiz) n += 0.12;
  if (r.emissao || !COM_DATAS.has(r.tipo)) n += 0.1;
  if (r.validade.regra !== 'desconhecida') n += 0.1;
  if (r.resultado || !CERTIDOES.has(r.tipo)) n += 0.08;
  if (r.avisos.some((a) => /contradit|antes_da|implausivel|nao_fecha|invalido/.test(a.codigo))) n -= 0.15;
  return Math.round(Math.max(0.1, Math.min(ocr ? 0.85 : 0.99, n)) * 100) / 100;
}
