import ts from 'typescript';

/** Ways to rows that go round `DaOrganizacao`. */
const ATALHOS = new Set(['getRepository', 'getTreeRepository', 'InjectRepository', 'createQueryBuilder', 'InjectEntityManager']);
/** Says why a statement looks across organisations. */
const SISTEMA = /\/\* sistema: \S.{4,}? \*\//;

/** Tables of clients: those that migrations make with an `organizacao_id`. */
export function tabelasDoCliente(migracoes: readonly string[]): string[] {
  return migracoes.flatMap((texto) => [...texto.matchAll(/create table (?:if not exists )?alicit\.(\w+) \(([^`]*)/g)].filter((m) => /\borganizacao_id\b/.test(m[2]!)).map((m) => m[1]!));
}

/** What is wrong with how a source file reaches the rows of clients: one line each. */
export function findDesvios(nome: string, texto: string, tabelas: readonly string[], { sql }: { readonly sql: boolean }): string[] {
  const fonte = ts.createSourceFile(nome, texto, ts.ScriptTarget.Latest, true);
  const citada = new RegExp(`\\b(?:from|join|into|update|using|table)\\s+(?:only\\s+)?(?:alicit\\.)?(${tabelas.join('|')})\\b|\\balicit\\.(${tabelas.join('|')})\\b`, 'i');
  const achados: string[] = [];
  const linha = (no: ts.Node): number => fonte.getLineAndCharacterOfPosition(no.getStart()).line + 1;
  const visit = (no: ts.Node): void => {
    if (ts.isIdentifier(no) && ATALHOS.has(no.text) && !ts.isImportSpecifier(no.parent)) achados.push(`${nome}:${linha(no)}: ${no.text}`);
    if (sql && (ts.isStringLiteral(no) || ts.isNoSubstitutionTemplateLiteral(no) || ts.isTemplateExpression(no))) {
      const tabela = citada.exec(no.getText());
      if (tabela && !/\borganizacao_id\b/.test(no.getText()) && !SISTEMA.test(no.getText())) achados.push(`${nome}:${linha(no)}: ${tabela[1] ?? tabela[2]} sem organizacao_id`);
      if (!ts.isTemplateExpression(no)) return;
    }
    ts.forEachChild(no, visit);
  };
  visit(fonte);
  return achados;
}
