import { isNo, noAt, type No } from './no.js';

/** What stands before an id in a path: whose it is, and how it begins. */
const COLECOES: Readonly<Record<string, readonly [de: string, prefixo: string]>> = {
  analises: ['da análise', 'ana'], arquivos: ['do arquivo', 'arq'], chaves: ['da chave', 'chv'], conversas: ['da conversa', 'cnv'], correcoes: ['da correção', 'cor'], documentos: ['do documento', 'doc'], empresas: ['da empresa', 'emp'],
  entregas: ['da entrega', 'ent'], feeds: ['do feed', 'fee'], licitacoes: ['da licitação', 'lic'], webhooks: ['do webhook', 'whk'],
};

/** Other names in paths, where a route says nothing of its own. */
const OUTROS: Readonly<Record<string, readonly [descricao: string, schema: No]>> = {
  sha256: ['SHA-256 do documento, em hexadecimal.', { type: 'string', pattern: '^[0-9a-f]{64}$' }],
  campo: ['Nome do fato, como em GET /v1/licitacoes/{id}/fatos.', { type: 'string', examples: ['garantia_proposta_pct'] }],
  cnpj: ['CNPJ, com os 14 caracteres e sem pontuação.', { type: 'string', examples: ['11222333000181'] }],
  numero: ['Número de controle do PNCP; no endereço, a barra vai como %2F.', { type: 'string', examples: ['00394460000141-1-000123/2026'] }],
  requisitoId: ['Identificador da exigência, como no relatório.', { type: 'string' }],
};

/** The ids of a path (`{id}`, `{arquivoId}`), described by the collection they stand in. What a route says of its own wins. */
export function withIdentificadores(o: No, caminho: string): No {
  if (!Array.isArray(o['parameters'])) return o;
  const parameters = (o['parameters'] as No[]).map((p) => (p['in'] === 'path' && typeof p['name'] === 'string' && p['description'] === undefined ? describe(p, p['name'], caminho) : p));
  return { ...o, parameters };
}

function describe(p: No, nome: string, caminho: string): No {
  const outro = OUTROS[nome];
  if (outro) return { ...p, description: outro[0], schema: outro[1] };
  const colecao = COLECOES[new RegExp(`([^/]+)/\\{${nome}\\}`).exec(caminho)?.[1] ?? ''];
  if (!colecao || !/^(?:id|\w+Id)$/.test(nome)) return p;
  const schema = { ...(isNo(p['schema']) ? noAt(p, 'schema') : {}), type: 'string', pattern: `^${colecao[1]}_[0-9A-Z]{26}$`, examples: [`${colecao[1]}_01K8ZQ5N7R3V9XJ2M4T6B8C0DE`] };
  return { ...p, description: `Identificador ${colecao[0]}.`, schema };
}
