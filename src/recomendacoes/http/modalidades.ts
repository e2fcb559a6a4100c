/** Names of PNCP's modalidades (domain table of the API, 2026) as a person reads them. An id that is not here is new, not wrong. */
const NOMES: Readonly<Record<number, string>> = {
  1: 'Leilão eletrônico', 2: 'Diálogo competitivo', 3: 'Concurso', 4: 'Concorrência eletrônica', 5: 'Concorrência presencial', 6: 'Pregão eletrônico', 7: 'Pregão presencial', 8: 'Dispensa', 9: 'Inexigibilidade',
  10: 'Manifestação de interesse', 11: 'Pré-qualificação', 12: 'Credenciamento', 13: 'Leilão presencial', 14: 'Inaplicabilidade da licitação', 15: 'Chamada pública',
};

export const nameOfModalidade = (id: number | null): string | null => (id === null ? null : (NOMES[id] ?? null));
