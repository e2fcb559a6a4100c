export { createFileStore, fileStoreProvider } from './create-file-store.js';
export { FILE_STORE, type FileStore } from './file-store.js';
