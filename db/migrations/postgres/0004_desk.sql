CREATE TABLE "bulk_items" (
	"run_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"state" text NOT NULL,
	"code" text,
	"before" jsonb,
	"version" integer,
	CONSTRAINT "bulk_items_run_id_ticket_id_pk" PRIMARY KEY("run_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "bulk_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"actor_id" text NOT NULL,
	"state" text NOT NULL,
	"change" jsonb NOT NULL,
	"total" integer NOT NULL,
	"changed" integer NOT NULL,
	"skipped" integer NOT NULL,
	"undone" integer NOT NULL,
	"reversible" boolean NOT NULL,
	"undo_until" bigint,
	"created_at" bigint NOT NULL,
	"started_at" bigint,
	"ended_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drafts" (
	"ticket_id" text NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"text" text NOT NULL,
	"shared" boolean NOT NULL,
	"seen_message_id" text,
	"began_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "drafts_ticket_id_user_id_kind_pk" PRIMARY KEY("ticket_id","user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "gestures" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"type" text NOT NULL,
	"cost" bigint NOT NULL,
	"currency" text NOT NULL,
	"note" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"approved_by" text,
	"approved_at" bigint,
	"withdrawn_at" bigint
);
--> statement-breakpoint
CREATE TABLE "macros" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"folded" text NOT NULL,
	"owner_id" text NOT NULL,
	"sharing" text NOT NULL,
	"team_id" text,
	"deeds" jsonb NOT NULL,
	"uses" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"retired_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"ticket_id" text,
	"about_id" text,
	"actor_id" text,
	"at" bigint NOT NULL,
	"seen_at" bigint
);
--> statement-breakpoint
CREATE TABLE "presences" (
	"ticket_id" text NOT NULL,
	"user_id" text NOT NULL,
	"doing" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "presences_ticket_id_user_id_pk" PRIMARY KEY("ticket_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"owner_id" text NOT NULL,
	"sharing" text NOT NULL,
	"team_id" text,
	"query" text NOT NULL,
	"sort" text NOT NULL,
	"grouping" text NOT NULL,
	"columns" jsonb,
	"position" integer NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sub_tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"text" text NOT NULL,
	"assignee_id" text,
	"due_at" bigint,
	"done_at" bigint,
	"done_by" text,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_links" (
	"from_id" text NOT NULL,
	"to_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ticket_links_from_id_to_id_kind_pk" PRIMARY KEY("from_id","to_id","kind")
);
--> statement-breakpoint
CREATE TABLE "ticket_reads" (
	"user_id" text NOT NULL,
	"ticket_id" text NOT NULL,
	"at" bigint NOT NULL,
	"unread" boolean NOT NULL,
	CONSTRAINT "ticket_reads_user_id_ticket_id_pk" PRIMARY KEY("user_id","ticket_id")
);
--> statement-breakpoint
CREATE TABLE "watchers" (
	"ticket_id" text NOT NULL,
	"user_id" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "watchers_ticket_id_user_id_pk" PRIMARY KEY("ticket_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"content_id" text,
	"inline" boolean NOT NULL,
	"ticket_id" text,
	"message_row_id" text,
	"inbound_id" text,
	"created_by" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "blobs" (
	"sha256" text PRIMARY KEY NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bounces" (
	"id" text PRIMARY KEY NOT NULL,
	"address_key" text NOT NULL,
	"letter_id" text,
	"inbound_id" text,
	"severity" text NOT NULL,
	"status" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "inbound" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"mailbox" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"uid_validity" bigint,
	"uid" bigint,
	"envelope_from" text,
	"envelope_to" jsonb NOT NULL,
	"state" text NOT NULL,
	"kind" text,
	"trail" jsonb NOT NULL,
	"message_id_header" text,
	"words_hash" text,
	"from_address" text,
	"from_name" text,
	"subject" text,
	"ticket_id" text,
	"message_row_id" text,
	"letter_id" text,
	"suggested_ticket_id" text,
	"error" text,
	"attempts" integer NOT NULL,
	"received_at" bigint NOT NULL,
	"settled_at" bigint,
	"settled_by" text,
	"erased_at" bigint
);
--> statement-breakpoint
CREATE TABLE "mailboxes" (
	"id" text PRIMARY KEY NOT NULL,
	"uid_validity" bigint,
	"last_uid" bigint NOT NULL,
	"last_fetch_at" bigint,
	"failing_since" bigint,
	"error" text,
	"fetched" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "inbound_id" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "from_address" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "from_name" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "standing" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "quote_at" integer;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "has_html" boolean;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "returns_at" bigint;--> statement-breakpoint
ALTER TABLE "messages" ADD COLUMN "withdrawn_at" bigint;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "preferences" jsonb;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "bounced_at" bigint;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "bounce_status" text;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "diagnostic" text;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "until" bigint;--> statement-breakpoint
ALTER TABLE "suppressions" ADD COLUMN "status" text;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "snoozed_until" bigint;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "snoozed_by" text;--> statement-breakpoint
ALTER TABLE "bulk_items" ADD CONSTRAINT "bulk_items_run_id_bulk_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."bulk_runs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drafts" ADD CONSTRAINT "drafts_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gestures" ADD CONSTRAINT "gestures_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sub_tasks" ADD CONSTRAINT "sub_tasks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_from_id_tickets_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_to_id_tickets_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_reads" ADD CONSTRAINT "ticket_reads_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "watchers" ADD CONSTRAINT "watchers_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_items_state" ON "bulk_items" USING btree ("run_id","state");--> statement-breakpoint
CREATE INDEX "bulk_runs_actor" ON "bulk_runs" USING btree ("actor_id","created_at");--> statement-breakpoint
CREATE INDEX "bulk_runs_state" ON "bulk_runs" USING btree ("state");--> statement-breakpoint
CREATE INDEX "drafts_user" ON "drafts" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "gestures_ticket" ON "gestures" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "macros_owner" ON "macros" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "notices_user" ON "notices" USING btree ("user_id","seen_at","at");--> statement-breakpoint
CREATE INDEX "notices_ticket" ON "notices" USING btree ("ticket_id") WHERE "notices"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX "presences_at" ON "presences" USING btree ("at");--> statement-breakpoint
CREATE INDEX "saved_views_owner" ON "saved_views" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "saved_views_team" ON "saved_views" USING btree ("team_id") WHERE "saved_views"."team_id" is not null;--> statement-breakpoint
CREATE INDEX "sub_tasks_ticket" ON "sub_tasks" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_links_to" ON "ticket_links" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "ticket_reads_ticket" ON "ticket_reads" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "watchers_user" ON "watchers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "attachments_ticket" ON "attachments" USING btree ("ticket_id") WHERE "attachments"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX "attachments_message" ON "attachments" USING btree ("message_row_id") WHERE "attachments"."message_row_id" is not null;--> statement-breakpoint
CREATE INDEX "attachments_inbound" ON "attachments" USING btree ("inbound_id") WHERE "attachments"."inbound_id" is not null;--> statement-breakpoint
CREATE INDEX "attachments_blob" ON "attachments" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "bounces_address" ON "bounces" USING btree ("address_key","at");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_bytes" ON "inbound" USING btree ("mailbox","sha256");--> statement-breakpoint
CREATE INDEX "inbound_state" ON "inbound" USING btree ("state","received_at");--> statement-breakpoint
CREATE INDEX "inbound_message" ON "inbound" USING btree ("message_id_header") WHERE "inbound"."message_id_header" is not null;--> statement-breakpoint
CREATE INDEX "inbound_ticket" ON "inbound" USING btree ("ticket_id") WHERE "inbound"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX "inbound_from" ON "inbound" USING btree ("from_address","received_at") WHERE "inbound"."from_address" is not null;--> statement-breakpoint
CREATE INDEX "tickets_snoozed" ON "tickets" USING btree ("snoozed_until") WHERE "tickets"."snoozed_until" is not null;