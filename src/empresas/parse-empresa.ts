import type { core } from 'zod';
import { invalido, lettersOf } from '../kernel/index.js';
import type { AvisoEmpresa } from './domain/aviso-empresa.js';
import { checkEmpresa } from './domain/check-empresa.js';
import type { Empresa } from './domain/empresa.js';
import { CHAVES_EMPRESA, empresaSchema } from './empresa.schema.js';
import { renameChaves } from './rename-chaves.js';

export interface EmpresaLida {
  readonly empresa: Empresa;
  readonly avisos: readonly AvisoEmpresa[];
}

/**
 * Reads a profile as its owner writes it (masked CNPJ, "R$ 1.000,00", "30/11/2026", `razao_social`). Unknown keys become warnings.
 * @throws AlicitError `empresa_invalida`, whose `detalhes.erros` lists every bad field as {ponteiro, mensagem}
 */
export function parseEmpresa(bruto: unknown): EmpresaLida {
  const dados = renameChaves(bruto);
  const primeira = empresaSchema.safeParse(dados);
  if (primeira.success) return toLida(primeira.data, []);
  const desconhecidas = primeira.error.issues.filter((i) => i.code === 'unrecognized_keys');
  const erros = primeira.error.issues.filter((i) => i.code !== 'unrecognized_keys');
  const avisos = desconhecidas.flatMap((i) => i.keys.map((chave) => toAviso(i.path, chave)));
  if (erros.length) throw toErro(erros, avisos);
  const segunda = empresaSchema.safeParse(desconhecidas.reduce((d, i) => dropKeys(d, i.path, i.keys), dados));
  if (!segunda.success) throw toErro(segunda.error.issues, avisos);
  return toLida(segunda.data, avisos);
}

const toLida = (dados: Empresa, avisos: readonly AvisoEmpresa[]): EmpresaLida => {
  const empresa = JSON.parse(JSON.stringify(dados)) as Empresa; // drops the undefined keys
  return { empresa, avisos: [...avisos, ...checkEmpresa(empresa)] };
};

function toErro(issues: readonly core.$ZodIssue[], avisos: readonly AvisoEmpresa[]) {
  const erros = issues.map((i) => ({ ponteiro: toPonteiro(i.path), mensagem: i.message }));
  const resumo = erros.slice(0, 5).map((e) => `${e.ponteiro || '(raiz)'}: ${e.mensagem}`).join(' ');
  const mais = erros.length > 5 ? ` E mais ${erros.length - 5}.` : '';
  return invalido('empresa_invalida', `O perfil da empresa tem ${erros.length === 1 ? 'um campo inválido' : `${erros.length} campos inválidos`}. ${resumo}${mais}`, { erros, avisos });
}

/** RFC 6901. */
const toPonteiro = (caminho: readonly PropertyKey[]): string =>
  caminho.map((p) => `/${String(p).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');

/** Names people use for what the profile calls otherwise. */
const OUTROS_NOMES: Readonly<Record<string, string>> = {
  certidoes: 'documentos', certidao: 'documentos', nome: 'razaoSocial', servicos: 'produtos', produtosservicos: 'produtos', produtoseservicos: 'produtos',
  cnae: 'cnaes', estado: 'uf', cidade: 'municipio', faturamento: 'receitaBrutaAnual', receita: 'receitaBrutaAnual', capital: 'capitalSocial',
  pl: 'patrimonioLiquido', margem: 'margemMinimaPct', margemminima: 'margemMinimaPct', tributos: 'tributosPct', impostos: 'tributosPct',
  custo: 'custoDiretoTotal', custos: 'custoDiretoTotal', consorcio: 'aceitaConsorcio', excluir: 'palavrasExcluidas', equipe: 'profissionais',
};

function toAviso(caminho: readonly PropertyKey[], chave: string): AvisoEmpresa {
  const letras = lettersOf(chave);
  const sugestao = caminho.length ? undefined : (CHAVES_EMPRESA.find((c) => lettersOf(c) === letras) ?? OUTROS_NOMES[letras]);
  return { ponteiro: toPonteiro([...caminho, chave]), mensagem: `Campo desconhecido: não foi usado.${sugestao ? ` Você quis dizer "${sugestao}"?` : ''}` };
}

/** A copy of `dados` without the named keys of the object at `caminho`. */
function dropKeys(dados: unknown, caminho: readonly PropertyKey[], chaves: readonly string[]): unknown {
  const [passo, ...resto] = caminho;
  if (passo === undefined) return Object.fromEntries(Object.entries(dados as object).filter(([k]) => !chaves.includes(k)));
  if (Array.isArray(dados)) return dados.map((v, i) => (i === passo ? dropKeys(v, resto, chaves) : v));
  return Object.fromEntries(Object.entries(dados as object).map(([k, v]) => [k, k === passo ? dropKeys(v, resto, chaves) : v]));
}
