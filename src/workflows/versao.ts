/** Version of the workflow: raise it when its stages, or what they hand to each other, change. A run of another version starts again, finding its finished work. */
export const VERSAO_WORKFLOW = '2';
