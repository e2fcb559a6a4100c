import type { Planta } from './planta.js';

/** Gives what stands at a parameter's place in an address, of the organisation it was planted for. */
export interface Semente {
  readonly de: (p: Planta) => string;
  /** False: a value that is no row (a field's name, a page): its owner may be answered 404 too. */
  readonly linha: boolean;
  /** True: public data, the same for all organisations. */
  readonly publica?: boolean;
}

const row = (tabela: string): Semente => ({ linha: true, de: (p) => String(p.linhas[`alicit.${tabela}`]!['id']) });
const value = (de: (p: Planta) => string): Semente => ({ linha: false, de });
const publico = (valor: string): Semente => ({ linha: false, publica: true, de: () => valor });

/**
 * Where the real ids of each address come from: the address up to the parameter → the row planted there. A route whose
 * parameter is not here fails the test of the routes: add it with the route.
 */
export const SEMENTES: Readonly<Record<string, Semente>> = {
  '/v1/acervo/{}': value(() => '00394460000141-1-000123/2026'),
  '/v1/chaves/{}': row('chave_api'),
  '/v1/empresas/{}': row('empresa'),
  '/v1/empresas/{}/documentos/{}': row('empresa_documento'),
  '/v1/empresas/{}/feeds/{}': row('aviso_feed'),
  '/v1/empresas/{}/recomendacoes/{}': { linha: true, de: (p) => encodeURIComponent(String(p.linhas['alicit.recomendacao_retorno']!['numero'])) },
  '/v1/licitacoes/{}': row('licitacao'),
  '/v1/licitacoes/{}/arquivos/{}': row('licitacao_arquivo'),
  '/v1/licitacoes/{}/conversas/{}': row('conversa'),
  '/v1/licitacoes/{}/correcoes/{}': row('correcao'),
  '/v1/licitacoes/{}/documentos/{}': value((p) => p.arquivo.sha256),
  '/v1/licitacoes/{}/documentos/{}/paginas/{}': value(() => '1'),
  '/v1/licitacoes/{}/fatos/{}': value(() => 'validade_proposta_dias'),
  '/v1/licitacoes/{}/requisitos/{}': value(() => 'req_1'),
  '/v1/sancoes/{}': publico('11222333000181'),
  '/v1/analises/{}': row('analise'),
  '/v1/analises/{}/rascunhos/{}': value(() => 'checklist'),
  '/v1/webhooks/{}': row('webhook'),
  '/v1/webhooks/{}/entregas/{}': row('webhook_entrega'),
};

/** Fields of bodies that name things of an organisation: name of the field → the row planted for it. */
export const CAMPOS_ID: Readonly<Record<string, Semente>> = {
  empresaId: row('empresa'),
  licitacaoId: row('licitacao'),
  analiseId: row('analise'),
  documentoId: row('empresa_documento'),
  arquivoId: row('licitacao_arquivo'),
  webhookId: row('webhook'),
  correcaoId: row('correcao'),
  conversaId: row('conversa'),
};

const AUTORIA = { motivo: 'porque sim', autor: 'Fulana' };

/** Bodies that cannot be made from the description alone (patterns, rules between fields), by operationId; `idOf` gives the ids. */
export const CORPOS: Readonly<Record<string, (idOf: (campo: string) => string) => unknown>> = {
  replaceDocumento: () => ({ tipo: 'cndt', descricao: 'Certidão trocada' }),
  correctFato: () => ({ valor: 90, ...AUTORIA }),
  sayRetorno: () => ({ retorno: 'interessa' }),
  correctRequisito: () => ({ exigido: false, ...AUTORIA }),
};
