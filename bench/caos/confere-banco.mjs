// The database against the clients' ledger: what may not be there at the end. Each line names a rule and lists what breaks it.
const FINAIS = `('analise.concluida', 'analise.falhou', 'analise.cancelada')`;

/** @param sql (text, values) => rows @param ids accepted @param documentos how many different ones @returns [[rule, rows that break it]] */
export async function checkBanco(sql, ids, documentos) {
  const todas = await sql('select id, estado from alicit.analise');
  const vistas = new Set(todas.map((a) => a.id));
  const pedidas = new Set(ids);
  const regra = async (nome, texto, valores) => [nome, await sql(texto, valores)];
  return [
    ['aceita e perdida', ids.filter((id) => !vistas.has(id))],
    ['não concluída', todas.filter((a) => a.estado !== 'concluida')],
    ['análise que ninguém pediu', todas.filter((a) => !pedidas.has(a.id)).map((a) => a.id)],
    await regra('eventos finais ≠ 1', `select a.id, count(e.id) as n from alicit.analise a left join alicit.evento e on e.analise_id = a.id and e.tipo in ${FINAIS} group by a.id having count(e.id) <> 1`),
    await regra('sequência de eventos com falha', 'select analise_id, count(*), max(sequencia) from alicit.evento where analise_id is not null group by analise_id having count(*) <> max(sequencia)'),
    await regra('evento depois do final', `select e.analise_id, e.tipo from alicit.evento e join alicit.evento f on f.analise_id = e.analise_id and f.tipo in ${FINAIS} and e.sequencia > f.sequencia`),
    await regra('etapas concluídas ≠ 6', `select a.id, count(distinct e.etapa) as etapas, count(e.id) as linhas from alicit.analise a left join alicit.analise_etapa e on e.analise_id = a.id and e.estado = 'concluida' group by a.id having count(distinct e.etapa) <> 6 or count(e.id) <> 6`),
    await regra('etapas fora de ordem', `select analise_id from (select analise_id, token, lag(token) over (partition by analise_id order by id) as antes from alicit.analise_etapa where estado = 'concluida') t where token < antes`),
    await regra('resultado sem o trabalho guardado', `select a.id from alicit.analise a where not exists (select 1 from alicit.trabalho t where t.chave = a.resultado) or not exists (select 1 from alicit.trabalho t where t.chave = a.relatorio)`),
    await regra('julgamentos ≠ 1 por análise', `select a.id, count(t.chave) from alicit.analise a left join alicit.trabalho t on t.analise_id = a.id and t.etapa = 'julgar' group by a.id having count(t.chave) <> 1`),
    ['leituras ≠ uma por documento', (await sql(`select etapa, count(*)::int as n from alicit.trabalho where etapa in ('reunir', 'ler', 'extrair') group by etapa`)).filter((t) => t.n !== documentos)],
    await regra('trabalho feito de novo depois de pronto', `select trabalho, count(*) from alicit.analise_etapa where estado = 'concluida' and not reaproveitada and etapa in ('julgar', 'relatar') group by trabalho having count(*) > 1`),
    await regra('tentativa sem fim', 'select analise_id, numero from alicit.analise_tentativa where fim is null'),
    await regra('duas tentativas que concluem', `select analise_id, count(*) from alicit.analise_tentativa where desfecho = 'concluida' group by analise_id having count(*) <> 1`),
    await regra('trabalho vivo na fila', `select name, id, state from pgboss.job where name in ('analises') and state in ('created', 'retry', 'active')`),
    await regra('execução do Mastra de análise terminada', 'select run_id from mastra.mastra_workflow_snapshot'),
    await regra('pedido ao modelo em posse viva', `select chave from alicit.modelo_resposta where resposta is null and posse_ate > now()`),
    await regra('orçamento reservado por quem ainda vive', `select id from alicit.modelo_reserva where expira_em > now() + interval '3 minutes'`),
    await regra('arquivo em trânsito', 'select * from alicit.arquivo_em_transito where criado_em < now() - interval \'1 hour\''),
  ];
}

/** Numbers of the run, for the table. */
export async function measureBanco(sql) {
  const [r] = await sql(`select (select count(*)::int from alicit.analise where estado = 'concluida') as concluidas, (select max(tentativas) from alicit.analise) as mais_tentativas,
    (select count(*)::int from alicit.analise_etapa where reaproveitada) as reaproveitadas, (select count(*)::int from alicit.trabalho) as trabalhos,
    (select count(*)::int from alicit.analise where chave like '%:provisorio') as provisorias, (select count(*)::int from alicit.modelo_resposta where resposta is not null) as respostas,
    (select count(*)::int from alicit.modelo_resposta where resposta is null) as sem_resposta`);
  const tentativas = await sql('select desfecho, count(*)::int as n from alicit.analise_tentativa group by desfecho order by 1');
  return { ...r, tentativas };
}
