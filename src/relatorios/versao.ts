/** Version of the report: raise it with any change of what is shown, so that kept reports are made again. */
export const VERSAO_RELATORIO = '4';
