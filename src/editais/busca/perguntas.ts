/** Filler of questions, folded: a bidder's "posso", "preciso", "tenho de" says nothing about where the answer stands. */
const DE_PERGUNTA: ReadonlySet<string> = new Set(
  `posso poderia preciso precisa precisam precisar tenho temos devo devemos quero fazer faco faz existe existem algum consigo dar da acontece sou estou
  empresa licitante edital licitacao fornecedor`.split(/\s+/),
);

export const isDePergunta = (palavra: string): boolean => DE_PERGUNTA.has(palavra);
