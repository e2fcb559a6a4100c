/** What the export is, for whoever opens it. */
export const leiaMe = (organizacao: { readonly id: string; readonly nome: string }, em: Date, tabelas: readonly string[]): string => `EXPORTAÇÃO DE DADOS DO ALICIT

Organização: ${organizacao.nome} (${organizacao.id})
Gerada em:   ${em.toISOString()} (UTC)

O que há aqui
- dados/*.ndjson: um arquivo por tabela, uma linha por registro, cada linha um objeto JSON em UTF-8. Todos os registros
  são do mesmo instante. Instantes em UTC; valores em dinheiro são textos decimais.
- dados/trabalho.ndjson: os resultados das etapas das análises desta organização, em "resultado".
- arquivos/<id>-<nome>: os arquivos enviados. O <id> é o do registro em licitacao_arquivo ou empresa_documento, que
  traz também o sha256 do conteúdo.
- arquivos-que-faltam.txt, se existir: arquivos que não puderam ser lidos durante a exportação, por exemplo porque
  foram apagados enquanto ela era feita.

O que não há
- Segredos: as chaves de API não são guardadas (só o que as reconhece), e os segredos dos webhooks não são exportados.
- Leituras de documentos, que dependem só do documento e são refeitas a partir dele.

Tabelas: ${tabelas.join(', ')}.
`;
