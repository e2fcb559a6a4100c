export { createFileStore, fileStoreProvider } from './create-file-store.js';
export { ArquivosService, type ArquivoRecebido } from './arquivos.service.js';
export { FILE_STORE, type FileStore } from './file-store.js';
