/** Rows of each big table. Half belong to the organisation that asks, the others to a second one. */
export const LINHAS = 100_000;

/** The id of the nth row, in the form of ours. */
const id = (prefixo: string, n = 'g'): string => `'${prefixo}_' || lpad(upper(to_hex(${n})), 26, '0')`;
const dono = `case when g % 2 = 0 then $1 else '${'org_' + '1'.repeat(26)}' end`;
const POUCAS = 5_000;
const serie = (n = LINHAS): string => `from generate_series(1, ${n}) g`;
/** One of so many rows of another table, of the same owner: the parity tells whose they are. */
const um = (prefixo: string, n: number): string => id(prefixo, `(2 + g % 2 + 2 * ((g / 2) % ${n / 2 - 1}))`);

/** Statements that fill an empty, migrated database; those with `comOrganizacao` take the organisation's id. */
export const SEMEAR: readonly { readonly texto: string; readonly comOrganizacao: boolean }[] = [
  { comOrganizacao: false, texto: `insert into alicit.organizacao (id, nome) values ('org_${'1'.repeat(26)}', 'Outra')` },
  ...[
    `insert into alicit.empresa (id, organizacao_id, cnpj, perfil) select ${id('emp')}, ${dono}, lpad(g::text, 14, '0'), '{}' ${serie(POUCAS)}`,
    `insert into alicit.licitacao (id, organizacao_id, numero_controle_pncp, origem, titulo) select ${id('lic')}, ${dono}, 'n' || g, 'pncp', 'Licitação ' || g ${serie()}`,
    `insert into alicit.arquivo (sha256, bytes) select md5(g::text) || md5(g::text), 10 ${serie(POUCAS)}`,
    `insert into alicit.licitacao_arquivo (id, organizacao_id, licitacao_id, sha256, nome, bytes) select ${id('arq')}, ${dono}, ${id('lic')}, md5((1 + g % ${POUCAS})::text) || md5((1 + g % ${POUCAS})::text), 'a.pdf', 10 ${serie()}`,
    `insert into alicit.empresa_documento (id, organizacao_id, empresa_id, dados) select ${id('doc')}, ${dono}, ${um('emp', POUCAS)}, '{"tipo":"cndt","descricao":"x","emissao":null,"validade":null}' ${serie()}`,
    `insert into alicit.analise (id, organizacao_id, empresa_id, licitacao_id, chave, entradas, estado, versao_workflow, resumo, criada_em, terminada_em)
     select ${id('ana')}, ${dono}, ${um('emp', POUCAS)}, ${um('lic', LINHAS)}, 'c' || g, '{}', case when g % 1000 < 2 then 'falhou' else 'concluida' end, '1', null, now() - g * interval '1 minute', now() ${serie()}`,
    `insert into alicit.analise_etapa (organizacao_id, analise_id, etapa, tentativa, token, estado, inicio) select ${dono}, ${id('ana')}, 'ler', 1, 1, 'concluida', now() ${serie()}`,
    `insert into alicit.evento (id, organizacao_id, analise_id, sequencia, tipo, dados) select ${id('evt')}, ${dono}, ${id('ana')}, 1, 'analise.concluida', '{}' ${serie()}`,
    `insert into alicit.webhook (id, organizacao_id, url, eventos, segredo) select ${id('whk')}, ${dono}, 'https://exemplo.invalid', '{}', 's' ${serie(POUCAS)}`,
    `insert into alicit.webhook_entrega (id, organizacao_id, webhook_id, evento_id, tipo, corpo, estado) select ${id('ent')}, ${dono}, ${um('whk', POUCAS)}, ${id('evt')}, 'analise.concluida', '{}', 'entregue' ${serie()}`,
    `insert into alicit.chave_api (id, organizacao_id, nome, prefixo, hash, escopos) select ${id('chv')}, ${dono}, 'x', 'alicit_', sha256(g::text::bytea), '{}' ${serie()}`,
    `insert into alicit.idempotencia (organizacao_id, chave, rota, corpo_hash, estado, posse, expira_em) select ${dono}, 'k' || g, 'r', 'h', 'feito', 'p', now() + interval '1 day' ${serie()}`,
    `insert into alicit.correcao (id, organizacao_id, licitacao_id, alvo, referencia, valor, motivo, autor, estado) select ${id('cor')}, ${dono}, ${id('lic')}, 'fato', 'x', '{}', 'm', 'a', 'vigente' ${serie()}`,
    `insert into alicit.conversa (id, organizacao_id, licitacao_id, titulo) select ${id('cnv')}, ${dono}, ${id('lic')}, 't' ${serie()}`,
    `insert into alicit.aviso (id, organizacao_id, empresa_id, tipo, chave, dados, evento_id) select ${id('avi')}, ${dono}, ${um('emp', POUCAS)}, 'prazo', 'c' || g, '{}', 'e' ${serie()}`,
    `insert into alicit.modelo_chamada (organizacao_id, trabalho_id, finalidade, modelo, versao_prompt, reserva, tokens_entrada, tokens_saida, tentativas, ms, desfecho, criado_em) select ${dono}, 't', 'agente', 'm', '1', false, 1, 1, 1, 1, 'ok', now() - g * interval '10 minutes' ${serie()}`,
    `insert into alicit.trabalho (chave, etapa, organizacao_id, resultado, sha256) select 't' || g, 'ler', ${dono}, 'x', 'x' ${serie()}`,
  ].map((texto) => ({ texto, comOrganizacao: texto.includes('$1') })),
  { comOrganizacao: false, texto: `insert into alicit.acervo_licitacao (numero, orgao_cnpj, ano, sequencial, modalidade_id, situacao, uf, publicacao, encerramento, dados, bruto, origem, vista_em, mudada_em)
    select 'n' || g, lpad((g % 900)::text, 14, '0'), 2026, g, 6, 'divulgada', (array['SP','SC','RS','MG','BA'])[1 + g % 5], now() - g * interval '5 minutes', now() + (g % 60) * interval '1 day', '{"objeto":"caneta"}', '{}', 'pncp', now(), now() ${serie()}` },
];
