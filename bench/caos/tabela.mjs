// The result, as Markdown for a person.
const n = (x) => x.toLocaleString('pt-BR', { maximumFractionDigits: 0 });

export function printTabela({ clientes, documentos, pagas, memoria, vidas, dados, assinante, mortes, feitas, disco, segundos, emVooMs }) {
  const linhas = [
    ['análises aceitas (202 ou 200)', clientes.razao.size], ['concluídas, cada uma uma vez', dados.concluidas], ['documentos enviados, baixados iguais', documentos],
    ['leituras de relatórios, todas iguais', [...clientes.razao.values()].reduce((t, r) => t + r.relatorios.length, 0)],
    ['pedidos de clientes repetidos com a mesma chave', [...clientes.recusas].map(([s, q]) => `${s}: ${q}`).join('; ') || '0'],
    ['mortes com SIGKILL', `${mortes.length} (${mortes.filter((m) => m.quem === 'api').length} da api)`], ['mortes com análises em execução', mortes.filter((m) => m.executando).length], ['mortes de processo ainda começando', mortes.filter((m) => !m.pronta).length],
    ...[...feitas].sort(([a], [b]) => a.localeCompare(b)), ...(disco.pequeno ? [] : [['disco dos arquivos cheio', 'não feito: precisa de root para montar um disco pequeno']]),
    ...dados.tentativas.map((t) => [`tentativas: ${t.desfecho}`, t.n]), ['mais tentativas numa análise', dados.mais_tentativas], ['etapas achadas prontas', dados.reaproveitadas],
    ['concluídas em parte sem o modelo (fora do ar)', dados.provisorias], ['respostas pagas ao modelo', pagas.feitas], ['pagas de novo', pagas.repetidas.length],
    [`respostas em voo na morte (até ${emVooMs.chat} ms antes; vetores, ${emVooMs.embeddings} ms)`, pagas.emVoo.length ? `${pagas.emVoo.length} (${pagas.emVoo.map((x) => `${x.rota} ${x.antesDaMorteMs} ms`).join(', ')})` : 0], ['respostas de processo morto enquanto o banco estava fora', pagas.semBanco.length],
    ['avisos de fim entregues por webhook', `${assinante.finais.size}, ${assinante.repetidas} mais de uma vez, com o mesmo identificador`],
    ['partidas que desistiram (banco fora) e foram repetidas', vidas.filter((v) => v.fim !== null && !v.morto && v.pronto === null).length],
    ...memoria.map((m) => [`memória de ${m.nome}`, m.primeiro === null ? `máximo ${n(m.maximo)} MB (vidas curtas demais para uma tendência)` : `${n(m.primeiro)} MB no primeiro terço, ${n(m.ultimo)} MB no último, de ${n(m.segundos)} s; máximo ${n(m.maximo)} MB`]),
    ['segundos', segundos],
  ];
  console.log('\n| O que | Quanto |\n|---|---|');
  for (const [nome, valor] of linhas) console.log(`| ${nome} | ${valor} |`);
}
