/** Version of the workflow this process runs: given by the root, since workflows come after this feature in the flow. */
export const VERSAO_DO_WORKFLOW = Symbol('versao do workflow');
