import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The table of workflow runs, as @mastra/pg 1.27 would make it by itself (`WorkflowsPG.getExportDDL('mastra')`): made here, no
 * process makes it as it starts, and none needs the right to. A table Mastra made before is left as it is. A test compares
 * this with what the installed @mastra/pg says: when it changes, the next migration brings the difference.
 */
export class Mastra1764000000017 implements MigrationInterface {
  readonly name = 'Mastra1764000000017';

  async up(q: QueryRunner): Promise<void> {
    await q.query('create schema if not exists mastra');
    for (const sql of TABELA_DE_EXECUCOES) await q.query(sql);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('drop schema mastra cascade');
  }
}

export const TABELA_DE_EXECUCOES: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS "mastra"."mastra_workflow_snapshot" (
     "workflow_name" TEXT NOT NULL,
     "run_id" TEXT NOT NULL,
     "resourceId" TEXT ,
     "snapshot" JSONB NOT NULL,
     "createdAt" TIMESTAMP NOT NULL,
     "updatedAt" TIMESTAMP NOT NULL,
     "createdAtZ" TIMESTAMPTZ DEFAULT NOW(),
     "updatedAtZ" TIMESTAMPTZ DEFAULT NOW()
   );
   DO $$ BEGIN
     IF NOT EXISTS (
       SELECT 1 FROM pg_constraint WHERE conname = lower('mastra_mastra_workflow_snapshot_workflow_name_run_id_key') AND connamespace = (SELECT oid FROM pg_namespace WHERE nspname = 'mastra')
     ) AND NOT EXISTS (
       SELECT 1 FROM pg_indexes WHERE indexname = lower('mastra_mastra_workflow_snapshot_workflow_name_run_id_key') AND schemaname = 'mastra'
     ) THEN
       ALTER TABLE "mastra"."mastra_workflow_snapshot"
       ADD CONSTRAINT mastra_mastra_workflow_snapshot_workflow_name_run_id_key
       UNIQUE (workflow_name, run_id);
     END IF;
     IF EXISTS (
       SELECT 1 FROM pg_index i
       JOIN pg_class c ON i.indexrelid = c.oid
       JOIN pg_namespace n ON c.relnamespace = n.oid
       WHERE c.relname = lower('mastra_mastra_workflow_snapshot_workflow_name_run_id_key')
       AND n.nspname = 'mastra'
       AND i.indisreplident = false
     ) THEN
       ALTER TABLE "mastra"."mastra_workflow_snapshot"
       REPLICA IDENTITY USING INDEX mastra_mastra_workflow_snapshot_workflow_name_run_id_key;
     END IF;
   END $$;`,
  `CREATE INDEX IF NOT EXISTS "mastra_mastra_workflow_snapshot_name_createdat_idx" ON "mastra"."mastra_workflow_snapshot" ("workflow_name", "createdAt" DESC);`,
  `CREATE INDEX IF NOT EXISTS "mastra_mastra_workflow_snapshot_name_status_createdat_idx" ON "mastra"."mastra_workflow_snapshot" (workflow_name, (snapshot ->> 'status'), "createdAt" DESC);`,
  `CREATE INDEX IF NOT EXISTS "mastra_mastra_workflow_snapshot_threadid_idx" ON "mastra"."mastra_workflow_snapshot" ((COALESCE(jsonb_path_query_first(snapshot, '$.context.* ? (@.status == "suspended").suspendPayload.__streamState.messageList.memoryInfo.threadId') #>> '{}', snapshot #>> '{context,input,messageListState,memoryInfo,threadId}')));`,
];
