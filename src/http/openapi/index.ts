export { createOpenApi } from './create-openapi.js';
export { describeApi, formatOpenApi } from './describe-api.js';
export { TAGS } from './tags.js';
