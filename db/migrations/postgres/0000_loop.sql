CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"external_id" text,
	"email" text,
	"email_key" text,
	"name" text,
	"folded" text NOT NULL,
	"phone" text,
	"language" text,
	"segment" text,
	"annual_value" bigint,
	"value_currency" text,
	"opted_out_at" bigint,
	"flagged" boolean NOT NULL,
	"facts_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"erased_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"hash" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"cause" text,
	"payload" jsonb NOT NULL,
	"announced" boolean NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"kind" text NOT NULL,
	"author_kind" text NOT NULL,
	"author_id" text,
	"text" text NOT NULL,
	"letter_id" text,
	"visible" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"erased_at" bigint
);
--> statement-breakpoint
CREATE TABLE "recoveries" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"round" integer NOT NULL,
	"invitation_id" text,
	"touchpoint_id" text,
	"first_score" integer,
	"first_category" text,
	"resolved_at" bigint NOT NULL,
	"day" text NOT NULL,
	"sent_at" bigint,
	"delivered_at" bigint,
	"answered_at" bigint,
	"response_id" text,
	"score" integer,
	"solved" text,
	"outcome" text,
	"settled_at" bigint,
	"cancelled_at" bigint
);
--> statement-breakpoint
CREATE TABLE "api_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"hint" text NOT NULL,
	"scopes" jsonb NOT NULL,
	"rate" integer NOT NULL,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"last_used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"team_id" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "memberships_team_id_user_id_pk" PRIMARY KEY("team_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "organization" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"country" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL,
	"form_of_address" text NOT NULL,
	"contact_default" boolean NOT NULL,
	"value_threshold" bigint,
	"sample" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passes" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"user_id" text,
	"email" text,
	"name" text,
	"role" text,
	"teams" jsonb NOT NULL,
	"invited_by" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"used_at" bigint,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"sid_hash" text NOT NULL,
	"user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"last_seen_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"address" text,
	"agent" text,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "teams" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"folded" text NOT NULL,
	"calendar_id" text NOT NULL,
	"sla_policy_id" text,
	"retired_at" bigint,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "throttles" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"time_zone" text NOT NULL,
	"password_hash" text,
	"active" boolean NOT NULL,
	"last_assigned_at" bigint,
	"absent_until" bigint,
	"shortcuts" boolean NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "initiatives" (
	"id" text PRIMARY KEY NOT NULL,
	"touchpoint_id" text NOT NULL,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"team_id" text,
	"owner_id" text,
	"due_at" bigint,
	"live_at" bigint,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "configuration" (
	"id" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "counters" (
	"name" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "heartbeats" (
	"name" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"key" text,
	"run_at" bigint NOT NULL,
	"leased_until" bigint,
	"lease" text,
	"attempts" integer NOT NULL,
	"last_error" text,
	"done_at" bigint,
	"buried_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "causes" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"parent_id" text,
	"side" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"control" text NOT NULL,
	"stopper" boolean NOT NULL,
	"retired_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "journeys" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"template" text,
	"retired_at" bigint,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stages" (
	"id" text PRIMARY KEY NOT NULL,
	"journey_id" text NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"phase" text NOT NULL,
	"position" integer NOT NULL,
	"retired_at" bigint,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "touchpoint_causes" (
	"touchpoint_id" text NOT NULL,
	"cause_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "touchpoint_causes_touchpoint_id_cause_id_pk" PRIMARY KEY("touchpoint_id","cause_id")
);
--> statement-breakpoint
CREATE TABLE "touchpoints" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"stage_id" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"channels" jsonb NOT NULL,
	"team_id" text,
	"position" integer NOT NULL,
	"status" text NOT NULL,
	"intended" text,
	"desired_score" integer,
	"retired_at" bigint,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letters" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"to_address" text NOT NULL,
	"to_name" text,
	"language" text NOT NULL,
	"from_name" text,
	"ticket_id" text,
	"customer_id" text,
	"invitation_id" text,
	"message_row_id" text,
	"facts" jsonb NOT NULL,
	"subject" text,
	"text" text,
	"html" text,
	"raw" text,
	"message_id" text,
	"in_reply_to" text,
	"automatic" boolean NOT NULL,
	"via" text,
	"attempts" integer NOT NULL,
	"resent" boolean NOT NULL,
	"answer_code" integer,
	"error" text,
	"not_before" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"sent_at" bigint
);
--> statement-breakpoint
CREATE TABLE "suppressions" (
	"address_key" text PRIMARY KEY NOT NULL,
	"reason" text NOT NULL,
	"letter_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rules" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"position" integer NOT NULL,
	"active" boolean NOT NULL,
	"conditions" jsonb NOT NULL,
	"actions" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"retired_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text,
	"file_name" text NOT NULL,
	"state" text NOT NULL,
	"mapping" jsonb,
	"bytes" bigint NOT NULL,
	"rows" integer NOT NULL,
	"imported" integer NOT NULL,
	"duplicates" integer NOT NULL,
	"rejected" integer NOT NULL,
	"tickets" integer NOT NULL,
	"error" text,
	"created_by" text,
	"created_at" bigint NOT NULL,
	"done_at" bigint
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"id" text PRIMARY KEY NOT NULL,
	"survey_id" text NOT NULL,
	"customer_id" text,
	"touchpoint_id" text,
	"ticket_id" text,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"attributes" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"sent_at" bigint,
	"delivered_at" bigint,
	"opened_at" bigint,
	"started_at" bigint,
	"completed_at" bigint,
	"remind_at" bigint,
	"reminded_at" bigint,
	"expires_at" bigint NOT NULL,
	"response_id" text,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "response_reasons" (
	"response_id" text NOT NULL,
	"cause_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "response_reasons_response_id_cause_id_pk" PRIMARY KEY("response_id","cause_id")
);
--> statement-breakpoint
CREATE TABLE "response_revisions" (
	"response_id" text NOT NULL,
	"revision" integer NOT NULL,
	"score" integer NOT NULL,
	"category" text NOT NULL,
	"comment" text,
	"at" bigint NOT NULL,
	CONSTRAINT "response_revisions_response_id_revision_pk" PRIMARY KEY("response_id","revision")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"id" text PRIMARY KEY NOT NULL,
	"idempotency" text,
	"content_hash" text,
	"external_key" text,
	"kind" text NOT NULL,
	"survey_id" text NOT NULL,
	"survey_version" integer NOT NULL,
	"score" integer NOT NULL,
	"category" text NOT NULL,
	"touchpoint_id" text,
	"channel" text NOT NULL,
	"language" text NOT NULL,
	"segment" text,
	"comment" text,
	"comment_type" text,
	"contact_allowed" boolean NOT NULL,
	"customer_id" text,
	"invitation_id" text,
	"ticket_id" text,
	"solved" text,
	"attributes" jsonb NOT NULL,
	"submitted_at" bigint NOT NULL,
	"received_at" bigint NOT NULL,
	"day" text NOT NULL,
	"import_id" text,
	"history" boolean NOT NULL,
	"revision" integer NOT NULL,
	"void_at" bigint,
	"void_reason" text
);
--> statement-breakpoint
CREATE TABLE "survey_versions" (
	"survey_id" text NOT NULL,
	"version" integer NOT NULL,
	"texts" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "survey_versions_survey_id_version_pk" PRIMARY KEY("survey_id","version")
);
--> statement-breakpoint
CREATE TABLE "surveys" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"kind" text NOT NULL,
	"status" text NOT NULL,
	"touchpoint_id" text,
	"texts" jsonb NOT NULL,
	"languages" jsonb NOT NULL,
	"created_at" bigint NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tally_cuts" (
	"day" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"cut" text NOT NULL,
	"value" text NOT NULL,
	"s0" integer DEFAULT 0 NOT NULL,
	"s1" integer DEFAULT 0 NOT NULL,
	"s2" integer DEFAULT 0 NOT NULL,
	"s3" integer DEFAULT 0 NOT NULL,
	"s4" integer DEFAULT 0 NOT NULL,
	"s5" integer DEFAULT 0 NOT NULL,
	"s6" integer DEFAULT 0 NOT NULL,
	"s7" integer DEFAULT 0 NOT NULL,
	"s8" integer DEFAULT 0 NOT NULL,
	"s9" integer DEFAULT 0 NOT NULL,
	"s10" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tally_cuts_cut_value_day_touchpoint_id_survey_id_pk" PRIMARY KEY("cut","value","day","touchpoint_id","survey_id")
);
--> statement-breakpoint
CREATE TABLE "tally_days" (
	"day" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"survey_id" text NOT NULL,
	"s0" integer DEFAULT 0 NOT NULL,
	"s1" integer DEFAULT 0 NOT NULL,
	"s2" integer DEFAULT 0 NOT NULL,
	"s3" integer DEFAULT 0 NOT NULL,
	"s4" integer DEFAULT 0 NOT NULL,
	"s5" integer DEFAULT 0 NOT NULL,
	"s6" integer DEFAULT 0 NOT NULL,
	"s7" integer DEFAULT 0 NOT NULL,
	"s8" integer DEFAULT 0 NOT NULL,
	"s9" integer DEFAULT 0 NOT NULL,
	"s10" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tally_days_day_touchpoint_id_survey_id_pk" PRIMARY KEY("day","touchpoint_id","survey_id")
);
--> statement-breakpoint
CREATE TABLE "tally_reasons" (
	"day" text NOT NULL,
	"touchpoint_id" text NOT NULL,
	"cause_id" text NOT NULL,
	"detractors" integer DEFAULT 0 NOT NULL,
	"passives" integer DEFAULT 0 NOT NULL,
	"promoters" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "tally_reasons_day_touchpoint_id_cause_id_pk" PRIMARY KEY("day","touchpoint_id","cause_id")
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"time_zone" text NOT NULL,
	"weekly" jsonb NOT NULL,
	"holidays" jsonb NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contact_attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"ticket_id" text NOT NULL,
	"channel" text NOT NULL,
	"direction" text NOT NULL,
	"outcome" text NOT NULL,
	"minutes" integer,
	"note" text,
	"actor_id" text NOT NULL,
	"letter_id" text,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "contributors" (
	"ticket_id" text NOT NULL,
	"team_id" text NOT NULL,
	CONSTRAINT "contributors_ticket_id_team_id_pk" PRIMARY KEY("ticket_id","team_id")
);
--> statement-breakpoint
CREATE TABLE "sla_clocks" (
	"ticket_id" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"allowance" integer NOT NULL,
	"started_at" bigint NOT NULL,
	"due_at" bigint,
	"paused_at" bigint,
	"left" integer,
	"paused_ms" integer NOT NULL,
	"settled_at" bigint,
	"warned_at" bigint,
	"breached_at" bigint,
	"escalated_at" bigint,
	CONSTRAINT "sla_clocks_ticket_id_kind_pk" PRIMARY KEY("ticket_id","kind")
);
--> statement-breakpoint
CREATE TABLE "sla_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"names" jsonb NOT NULL,
	"targets" jsonb NOT NULL,
	"wait_limit" integer NOT NULL,
	"standard" boolean NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_tags" (
	"ticket_id" text NOT NULL,
	"tag" text NOT NULL,
	CONSTRAINT "ticket_tags_ticket_id_tag_pk" PRIMARY KEY("ticket_id","tag")
);
--> statement-breakpoint
CREATE TABLE "tickets" (
	"id" text PRIMARY KEY NOT NULL,
	"number" integer NOT NULL,
	"title" text,
	"response_id" text,
	"survey_id" text,
	"customer_id" text,
	"touchpoint_id" text,
	"team_id" text NOT NULL,
	"assignee_id" text,
	"status" text NOT NULL,
	"open" boolean NOT NULL,
	"priority" text NOT NULL,
	"priority_reason" text NOT NULL,
	"score" integer,
	"category" text,
	"comment_type" text,
	"channel" text,
	"language" text NOT NULL,
	"segment" text,
	"contact_allowed" boolean NOT NULL,
	"contactable" boolean NOT NULL,
	"occurrence" integer NOT NULL,
	"join_key" text,
	"answers" integer NOT NULL,
	"rule_id" text,
	"sla_policy_id" text NOT NULL,
	"calendar_id" text NOT NULL,
	"received_at" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"next_due_at" bigint,
	"alarm_at" bigint,
	"first_contact_at" bigint,
	"first_attempt_at" bigint,
	"contacts" integer NOT NULL,
	"attempts" integer NOT NULL,
	"waiting_since" bigint,
	"waiting_until" bigint,
	"waiting_reason" text,
	"resolved_at" bigint,
	"resolved_by" text,
	"closed_at" bigint,
	"discard_reason" text,
	"merged_into" text,
	"root_cause_id" text,
	"action_taken" text,
	"summary" text,
	"evidence" text,
	"reopens" integer NOT NULL,
	"rounds" integer NOT NULL,
	"reopened_at" bigint,
	"escalation" integer NOT NULL,
	"ask_at" bigint,
	"verdict_due_at" bigint,
	"outcome" text,
	"verdict_score" integer,
	"verdict_at" bigint,
	"attention" text,
	"customer_spoke_at" bigint,
	"version" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_team_id_teams_id_fk" FOREIGN KEY ("team_id") REFERENCES "public"."teams"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stages" ADD CONSTRAINT "stages_journey_id_journeys_id_fk" FOREIGN KEY ("journey_id") REFERENCES "public"."journeys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoint_causes" ADD CONSTRAINT "touchpoint_causes_touchpoint_id_touchpoints_id_fk" FOREIGN KEY ("touchpoint_id") REFERENCES "public"."touchpoints"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoint_causes" ADD CONSTRAINT "touchpoint_causes_cause_id_causes_id_fk" FOREIGN KEY ("cause_id") REFERENCES "public"."causes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "touchpoints" ADD CONSTRAINT "touchpoints_stage_id_stages_id_fk" FOREIGN KEY ("stage_id") REFERENCES "public"."stages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_reasons" ADD CONSTRAINT "response_reasons_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_revisions" ADD CONSTRAINT "response_revisions_response_id_responses_id_fk" FOREIGN KEY ("response_id") REFERENCES "public"."responses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "survey_versions" ADD CONSTRAINT "survey_versions_survey_id_surveys_id_fk" FOREIGN KEY ("survey_id") REFERENCES "public"."surveys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_attempts" ADD CONSTRAINT "contact_attempts_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sla_clocks" ADD CONSTRAINT "sla_clocks_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_tags" ADD CONSTRAINT "ticket_tags_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "customers_external" ON "customers" USING btree ("external_id");--> statement-breakpoint
CREATE UNIQUE INDEX "customers_email" ON "customers" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "customers_folded" ON "customers" USING btree ("folded","id");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_id","id");--> statement-breakpoint
CREATE INDEX "messages_ticket" ON "messages" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_round" ON "recoveries" USING btree ("ticket_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "recoveries_invitation" ON "recoveries" USING btree ("invitation_id");--> statement-breakpoint
CREATE INDEX "recoveries_day" ON "recoveries" USING btree ("day","touchpoint_id");--> statement-breakpoint
CREATE UNIQUE INDEX "api_keys_hash" ON "api_keys" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "memberships_user" ON "memberships" USING btree ("user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "passes_token" ON "passes" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_sid" ON "sessions" USING btree ("sid_hash");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "teams_slug" ON "teams" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "users_email_key" ON "users" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "initiatives_touchpoint" ON "initiatives" USING btree ("touchpoint_id","live_at");--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_key" ON "jobs" USING btree ("key") WHERE "jobs"."key" is not null;--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("done_at","run_at");--> statement-breakpoint
CREATE UNIQUE INDEX "causes_slug" ON "causes" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "journeys_slug" ON "journeys" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "stages_slug" ON "stages" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "stages_journey" ON "stages" USING btree ("journey_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "touchpoints_slug" ON "touchpoints" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "touchpoints_stage" ON "touchpoints" USING btree ("stage_id","position");--> statement-breakpoint
CREATE INDEX "letters_ticket" ON "letters" USING btree ("ticket_id") WHERE "letters"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX "letters_customer" ON "letters" USING btree ("customer_id") WHERE "letters"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX "letters_state" ON "letters" USING btree ("state","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "letters_message" ON "letters" USING btree ("message_id") WHERE "letters"."message_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "rules_slug" ON "rules" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "rules_position" ON "rules" USING btree ("position");--> statement-breakpoint
CREATE INDEX "invitations_customer" ON "invitations" USING btree ("customer_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_survey" ON "invitations" USING btree ("survey_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_remind" ON "invitations" USING btree ("remind_at") WHERE "invitations"."remind_at" is not null;--> statement-breakpoint
CREATE INDEX "invitations_ticket" ON "invitations" USING btree ("ticket_id") WHERE "invitations"."ticket_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_idempotency" ON "responses" USING btree ("idempotency") WHERE "responses"."idempotency" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "responses_external" ON "responses" USING btree ("external_key") WHERE "responses"."external_key" is not null;--> statement-breakpoint
CREATE INDEX "responses_submitted" ON "responses" USING btree ("submitted_at","id");--> statement-breakpoint
CREATE INDEX "responses_touchpoint" ON "responses" USING btree ("touchpoint_id","submitted_at");--> statement-breakpoint
CREATE INDEX "responses_customer" ON "responses" USING btree ("customer_id","submitted_at") WHERE "responses"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX "responses_ticket" ON "responses" USING btree ("ticket_id") WHERE "responses"."ticket_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "surveys_slug" ON "surveys" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "contact_attempts_ticket" ON "contact_attempts" USING btree ("ticket_id","at");--> statement-breakpoint
CREATE INDEX "contributors_team" ON "contributors" USING btree ("team_id");--> statement-breakpoint
CREATE INDEX "ticket_tags_tag" ON "ticket_tags" USING btree ("tag");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_number" ON "tickets" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "tickets_join" ON "tickets" USING btree ("join_key");--> statement-breakpoint
CREATE INDEX "tickets_team_due" ON "tickets" USING btree ("team_id","open","next_due_at","id");--> statement-breakpoint
CREATE INDEX "tickets_assignee" ON "tickets" USING btree ("assignee_id","open","next_due_at","id") WHERE "tickets"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX "tickets_open_due" ON "tickets" USING btree ("open","next_due_at","id");--> statement-breakpoint
CREATE INDEX "tickets_customer" ON "tickets" USING btree ("customer_id","created_at") WHERE "tickets"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX "tickets_touchpoint" ON "tickets" USING btree ("touchpoint_id","received_at");--> statement-breakpoint
CREATE INDEX "tickets_received" ON "tickets" USING btree ("received_at","id");--> statement-breakpoint
CREATE INDEX "tickets_alarm" ON "tickets" USING btree ("alarm_at") WHERE "tickets"."alarm_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_ask" ON "tickets" USING btree ("ask_at") WHERE "tickets"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_verdict_due" ON "tickets" USING btree ("verdict_due_at") WHERE "tickets"."verdict_due_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_waiting" ON "tickets" USING btree ("waiting_until") WHERE "tickets"."waiting_until" is not null;