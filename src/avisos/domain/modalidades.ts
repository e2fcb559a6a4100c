/** Names of PNCP's codes (manual of the API, table of modalidades). */
const NOMES: Readonly<Record<number, string>> = {
  1: 'Leilão eletrônico', 2: 'Diálogo competitivo', 3: 'Concurso', 4: 'Concorrência eletrônica', 5: 'Concorrência presencial', 6: 'Pregão eletrônico', 7: 'Pregão presencial',
  8: 'Dispensa', 9: 'Inexigibilidade', 10: 'Manifestação de interesse', 11: 'Pré-qualificação', 12: 'Credenciamento', 13: 'Leilão presencial', 14: 'Inaplicabilidade da licitação', 15: 'Chamada pública',
  16: 'Concorrência eletrônica internacional', 17: 'Concorrência presencial internacional', 18: 'Pregão eletrônico internacional', 19: 'Pregão presencial internacional',
};

/** Those whose edital may be challenged until so many business days before the opening (art. 164 of Lei 14.133/2021): bidding, not direct contracting. */
const COM_IMPUGNACAO: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 13, 16, 17, 18, 19]);

/** Null when unknown. */
export const nomeModalidade = (id: number | null): string | null => (id === null ? null : (NOMES[id] ?? null));
export const temImpugnacao = (id: number | null): boolean => id !== null && COM_IMPUGNACAO.has(id);
