import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { DataSource } from 'typeorm';
import { PADRAO } from '../../src/avisos/domain/preferencias.js';
import { newId, type PrefixoId } from '../../src/storage/index.js';
import type { FileStore } from '../../src/storage/storage.module.js';

interface Coluna { readonly tabela: string; readonly coluna: string; readonly tipo: string; readonly identidade: string; readonly para: string | null; readonly ehChave: boolean }

/** What was planted of an organisation. */
export interface Planta {
  readonly organizacaoId: string;
  /** Table (`alicit.empresa`) → its row as it is in the database. */
  readonly linhas: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** The file all its file columns refer to. */
  readonly arquivo: { readonly sha256: string; readonly conteudo: string };
}

/** Ids of things with an address look as the API's; the others say where they were planted. */
const PREFIXOS: Readonly<Record<string, PrefixoId>> = {
  'alicit.chave_api': 'chv', 'alicit.empresa': 'emp', 'alicit.empresa_documento': 'doc', 'alicit.licitacao': 'lic', 'alicit.licitacao_arquivo': 'arq',
  'alicit.correcao': 'cor', 'alicit.analise': 'ana', 'alicit.evento': 'evt', 'alicit.webhook': 'whk', 'alicit.webhook_entrega': 'ent', 'alicit.recomendacao_retorno': 'ret',
  'alicit.aviso': 'avi', 'alicit.aviso_email': 'aml', 'alicit.aviso_mensagem': 'msg', 'alicit.aviso_feed': 'fee',
  'alicit.conversa': 'cnv', 'alicit.conversa_turno': 'per',
};

/** What the API shows must be what its description allows: columns whose values are not any text. Nothing planted is due to run. */
const VALORES: Readonly<Record<string, unknown>> = {
  'alicit.chave_api.escopos': ['empresas:ler'],
  'alicit.empresa.perfil': { cnpj: '11222333000181', descricao: 'planta' },
  'alicit.empresa_documento.dados': { tipo: 'cndt', descricao: 'planta' },
  'alicit.licitacao.origem': 'manual',
  'alicit.licitacao.dados': null,
  'alicit.correcao.alvo': 'fato',
  'alicit.correcao.referencia': 'validade_proposta_dias',
  'alicit.correcao.valor': { valor: 60 },
  'alicit.correcao.leitura_maquina': null,
  'alicit.correcao.estado': 'vigente',
  'alicit.leitura.estado': 'falhou',
  'alicit.analise.estado': 'concluida',
  'alicit.analise.etapa': null,
  'alicit.analise.erro': null,
  'alicit.analise.resumo': null,
  'alicit.analise.versoes': null,
  'alicit.analise.desatualizada': null,
  'alicit.licitacao_arquivo_pncp.estado': 'guardado',
  'alicit.licitacao.editados': [],
  'alicit.analise_tentativa.desfecho': 'concluida',
  'alicit.analise_tentativa.erro': null,
  'alicit.analise_etapa.etapa': 'ler',
  'alicit.analise_etapa.estado': 'concluida',
  'alicit.analise_etapa.erro': null,
  'alicit.webhook.eventos': ['analise.concluida'],
  'alicit.webhook_entrega.estado': 'entregue',
  'alicit.webhook_tentativa.resultado': 'entregue',
  'alicit.aviso_preferencia.dados': PADRAO,
  'alicit.aviso_email.endereco': 'planta@exemplo.com.br',
  'alicit.aviso_email.estado': 'confirmado',
  'alicit.aviso_mensagem.estado': 'entregue',
  'alicit.aviso_mensagem.tipo': 'avisos',
  'alicit.aviso.tipo': 'recomendacao',
  'alicit.aviso.modo_email': null,
  'alicit.aviso.enviar_em': null,
  'alicit.aviso.dados': { tipo: 'recomendacao', licitacao: { licitacaoId: null, numeroControlePNCP: null, objeto: 'planta', orgao: null, municipio: null, uf: null, modalidade: null, valorEstimado: null, encerramentoPropostas: null }, score: 0.5, motivos: [] },
  'alicit.aviso_feed.tipo': 'atom',
  'alicit.aviso_agenda.estado': 'ENCERRADA',
  'alicit.aviso_agenda.prazos': [],
  'alicit.conversa_turno.resposta': { encontrado: false, confianca: 0, resposta: 'planta', afirmacoes: [], citacoes: [], trechos: [], modelo: null, motivoSemModelo: null, descartadas: [], uso: null },
  'alicit.recomendacao.razoes': [],
  'alicit.recomendacao.exclusoes': [],
  'alicit.recomendacao_retorno.retorno': 'interessa',
  'alicit.recomendacao_retorno.motivo': null,
  'alicit.recomendacao_retorno.dados': { objeto: null, orgao: null, uf: null, codigoIbge: null, valor: null },
  'alicit.recomendacao_retorno.assinatura': [1, 2],
};

/** A row in every table that has an `organizacao_id`, every column filled, from the database's own catalogue. */
export async function plant(fonte: DataSource, store: FileStore, organizacaoId: string, conteudo = `arquivo de ${organizacaoId}`): Promise<Planta> {
  const { sha256, bytes } = await store.put(Readable.from([Buffer.from(conteudo)]), { maxBytes: 1e6 });
  await fonte.query('insert into alicit.arquivo (sha256, bytes) values ($1, $2) on conflict do nothing', [sha256, bytes]);
  const linhas: Record<string, Record<string, unknown>> = {};
  const tabelas = Map.groupBy(await readColunas(fonte), (c) => c.tabela);
  const plantar = async (tabela: string): Promise<void> => {
    const colunas = tabelas.get(tabela);
    if (!colunas || linhas[tabela]) return;
    for (const c of colunas) if (c.para && c.para !== tabela) await plantar(c.para);
    const valores = colunas.filter((c) => !c.identidade).map((c) => [c.coluna, valueOf(c, organizacaoId, sha256, linhas)] as const);
    const [linha] = await fonte.query<Record<string, unknown>[]>(
      `insert into ${tabela} (${valores.map(([c]) => `"${c}"`).join(', ')}) values (${valores.map((_, i) => `$${i + 1}`).join(', ')}) returning *`, valores.map(([, v]) => v),
    );
    linhas[tabela] = linha!;
  };
  for (const tabela of tabelas.keys()) await plantar(tabela);
  return { organizacaoId, linhas, arquivo: { sha256, conteudo } };
}

function valueOf({ tabela, coluna, tipo, para, ehChave }: Coluna, organizacaoId: string, sha256: string, linhas: Readonly<Record<string, Record<string, unknown>>>): unknown {
  const marca = `planta-${coluna}-${organizacaoId}`;
  if (coluna === 'organizacao_id') return organizacaoId;
  const exigido = VALORES[`${tabela}.${coluna}`];
  if (exigido !== undefined) return /^jsonb?$/.test(tipo) && exigido !== null ? JSON.stringify(exigido) : exigido;
  if (para === 'alicit.arquivo') return sha256;
  if (para) return linhas[para]?.['id'] ?? null;
  if (tipo === 'text') return ehChave && PREFIXOS[tabela] ? newId(PREFIXOS[tabela]) : marca;
  if (tipo === 'text[]') return [marca];
  if (tipo === 'jsonb' || tipo === 'json') return JSON.stringify({ planta: marca });
  if (tipo === 'bytea') return coluna === 'resultado' ? gzipSync(JSON.stringify({ planta: marca })) : randomBytes(32);
  if (tipo === 'boolean') return true;
  if (/^(?:integer|bigint|smallint|numeric|double)/.test(tipo)) return 1;
  if (/^(?:timestamp|date)/.test(tipo)) return new Date();
  if (tipo === 'uuid') return crypto.randomUUID();
  throw new Error(`planta.ts: diga o que plantar em ${tabela}.${coluna} (${tipo})`);
}

const readColunas = (fonte: DataSource): Promise<Coluna[]> =>
  fonte.query(
    `select n.nspname || '.' || c.relname as tabela, a.attname as coluna, format_type(a.atttypid, a.atttypmod) as tipo, a.attidentity::text || a.attgenerated::text as identidade,
       (select fn.nspname || '.' || fc.relname from pg_constraint k join pg_class fc on fc.oid = k.confrelid join pg_namespace fn on fn.oid = fc.relnamespace where k.contype = 'f' and k.conrelid = c.oid and k.conkey[1] = a.attnum limit 1) as para,
       exists (select 1 from pg_constraint k where k.contype = 'p' and k.conrelid = c.oid and a.attnum = any(k.conkey)) as "ehChave"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
       and exists (select 1 from pg_attribute o where o.attrelid = c.oid and o.attname = 'organizacao_id' and not o.attisdropped)
     order by 1, a.attnum`,
  );
