-- WITHOUT ROWID was added by hand: small rows found by their key alone need no second tree.
CREATE TABLE `customers` (
	`id` text PRIMARY KEY NOT NULL,
	`external_id` text,
	`email` text,
	`email_key` text,
	`name` text,
	`folded` text NOT NULL,
	`phone` text,
	`language` text,
	`segment` text,
	`annual_value` integer,
	`value_currency` text,
	`opted_out_at` integer,
	`flagged` integer NOT NULL,
	`facts_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`erased_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `customers_external` ON `customers` (`external_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `customers_email` ON `customers` (`email_key`);--> statement-breakpoint
CREATE INDEX `customers_folded` ON `customers` (`folded`,`id`);--> statement-breakpoint
CREATE TABLE `erasures` (
	`hash` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`actor_kind` text NOT NULL,
	`actor_id` text,
	`cause` text,
	`payload` text NOT NULL,
	`announced` integer NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `events_subject` ON `events` (`subject_id`,`id`);--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`kind` text NOT NULL,
	`author_kind` text NOT NULL,
	`author_id` text,
	`text` text NOT NULL,
	`letter_id` text,
	`visible` integer NOT NULL,
	`created_at` integer NOT NULL,
	`erased_at` integer
);
--> statement-breakpoint
CREATE INDEX `messages_ticket` ON `messages` (`ticket_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `recoveries` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`round` integer NOT NULL,
	`invitation_id` text,
	`touchpoint_id` text,
	`first_score` integer,
	`first_category` text,
	`resolved_at` integer NOT NULL,
	`day` text NOT NULL,
	`sent_at` integer,
	`delivered_at` integer,
	`answered_at` integer,
	`response_id` text,
	`score` integer,
	`solved` text,
	`outcome` text,
	`settled_at` integer,
	`cancelled_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recoveries_round` ON `recoveries` (`ticket_id`,`round`);--> statement-breakpoint
CREATE UNIQUE INDEX `recoveries_invitation` ON `recoveries` (`invitation_id`);--> statement-breakpoint
CREATE INDEX `recoveries_day` ON `recoveries` (`day`,`touchpoint_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`key_hash` text NOT NULL,
	`hint` text NOT NULL,
	`scopes` text NOT NULL,
	`rate` integer NOT NULL,
	`created_by` text,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`key_hash`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`team_id` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`team_id`, `user_id`),
	FOREIGN KEY (`team_id`) REFERENCES `teams`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `memberships_user` ON `memberships` (`user_id`);--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`country` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`currency` text NOT NULL,
	`form_of_address` text NOT NULL,
	`contact_default` integer NOT NULL,
	`value_threshold` integer,
	`sample` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `passes` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`token_hash` text NOT NULL,
	`user_id` text,
	`email` text,
	`name` text,
	`role` text,
	`teams` text NOT NULL,
	`invited_by` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `passes_token` ON `passes` (`token_hash`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`sid_hash` text NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`address` text,
	`agent` text,
	`revoked_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_sid` ON `sessions` (`sid_hash`);--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `teams` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`folded` text NOT NULL,
	`calendar_id` text NOT NULL,
	`sla_policy_id` text,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `teams_slug` ON `teams` (`slug`);--> statement-breakpoint
CREATE TABLE `throttles` (
	`key` text PRIMARY KEY NOT NULL,
	`count` integer NOT NULL,
	`since` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `users` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`email_key` text NOT NULL,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`role` text NOT NULL,
	`locale` text NOT NULL,
	`time_zone` text NOT NULL,
	`password_hash` text,
	`active` integer NOT NULL,
	`last_assigned_at` integer,
	`absent_until` integer,
	`shortcuts` integer NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `users_email_key` ON `users` (`email_key`);--> statement-breakpoint
CREATE TABLE `initiatives` (
	`id` text PRIMARY KEY NOT NULL,
	`touchpoint_id` text NOT NULL,
	`title` text NOT NULL,
	`state` text NOT NULL,
	`team_id` text,
	`owner_id` text,
	`due_at` integer,
	`live_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `initiatives_touchpoint` ON `initiatives` (`touchpoint_id`,`live_at`);--> statement-breakpoint
CREATE TABLE `configuration` (
	`id` text PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `counters` (
	`name` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `heartbeats` (
	`name` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`key` text,
	`run_at` integer NOT NULL,
	`leased_until` integer,
	`lease` text,
	`attempts` integer NOT NULL,
	`last_error` text,
	`done_at` integer,
	`buried_at` integer,
	`created_at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_key` ON `jobs` (`key`) WHERE "jobs"."key" is not null;--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`done_at`,`run_at`);--> statement-breakpoint
CREATE TABLE `causes` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`parent_id` text,
	`side` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`control` text NOT NULL,
	`stopper` integer NOT NULL,
	`retired_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `causes_slug` ON `causes` (`slug`);--> statement-breakpoint
CREATE TABLE `journeys` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`template` text,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `journeys_slug` ON `journeys` (`slug`);--> statement-breakpoint
CREATE TABLE `stages` (
	`id` text PRIMARY KEY NOT NULL,
	`journey_id` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`phase` text NOT NULL,
	`position` integer NOT NULL,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`journey_id`) REFERENCES `journeys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `stages_slug` ON `stages` (`slug`);--> statement-breakpoint
CREATE INDEX `stages_journey` ON `stages` (`journey_id`,`position`);--> statement-breakpoint
CREATE TABLE `touchpoint_causes` (
	`touchpoint_id` text NOT NULL,
	`cause_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`touchpoint_id`, `cause_id`),
	FOREIGN KEY (`touchpoint_id`) REFERENCES `touchpoints`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`cause_id`) REFERENCES `causes`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `touchpoints` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`stage_id` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`channels` text NOT NULL,
	`team_id` text,
	`position` integer NOT NULL,
	`status` text NOT NULL,
	`intended` text,
	`desired_score` integer,
	`retired_at` integer,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`stage_id`) REFERENCES `stages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `touchpoints_slug` ON `touchpoints` (`slug`);--> statement-breakpoint
CREATE INDEX `touchpoints_stage` ON `touchpoints` (`stage_id`,`position`);--> statement-breakpoint
CREATE TABLE `letters` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`to_address` text NOT NULL,
	`to_name` text,
	`language` text NOT NULL,
	`from_name` text,
	`ticket_id` text,
	`customer_id` text,
	`invitation_id` text,
	`message_row_id` text,
	`facts` text NOT NULL,
	`subject` text,
	`text` text,
	`html` text,
	`raw` text,
	`message_id` text,
	`in_reply_to` text,
	`automatic` integer NOT NULL,
	`via` text,
	`attempts` integer NOT NULL,
	`resent` integer NOT NULL,
	`answer_code` integer,
	`error` text,
	`not_before` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`sent_at` integer
);
--> statement-breakpoint
CREATE INDEX `letters_ticket` ON `letters` (`ticket_id`) WHERE "letters"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX `letters_customer` ON `letters` (`customer_id`) WHERE "letters"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX `letters_state` ON `letters` (`state`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `letters_message` ON `letters` (`message_id`) WHERE "letters"."message_id" is not null;--> statement-breakpoint
CREATE TABLE `suppressions` (
	`address_key` text PRIMARY KEY NOT NULL,
	`reason` text NOT NULL,
	`letter_id` text,
	`at` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `rules` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`position` integer NOT NULL,
	`active` integer NOT NULL,
	`conditions` text NOT NULL,
	`actions` text NOT NULL,
	`created_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rules_slug` ON `rules` (`slug`);--> statement-breakpoint
CREATE INDEX `rules_position` ON `rules` (`position`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text,
	`file_name` text NOT NULL,
	`state` text NOT NULL,
	`mapping` text,
	`bytes` integer NOT NULL,
	`rows` integer NOT NULL,
	`imported` integer NOT NULL,
	`duplicates` integer NOT NULL,
	`rejected` integer NOT NULL,
	`tickets` integer NOT NULL,
	`error` text,
	`created_by` text,
	`created_at` integer NOT NULL,
	`done_at` integer
);
--> statement-breakpoint
CREATE TABLE `invitations` (
	`id` text PRIMARY KEY NOT NULL,
	`survey_id` text NOT NULL,
	`customer_id` text,
	`touchpoint_id` text,
	`ticket_id` text,
	`channel` text NOT NULL,
	`language` text NOT NULL,
	`state` text NOT NULL,
	`reason` text,
	`attributes` text NOT NULL,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	`delivered_at` integer,
	`opened_at` integer,
	`started_at` integer,
	`completed_at` integer,
	`remind_at` integer,
	`reminded_at` integer,
	`expires_at` integer NOT NULL,
	`response_id` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `invitations_customer` ON `invitations` (`customer_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `invitations_survey` ON `invitations` (`survey_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `invitations_remind` ON `invitations` (`remind_at`) WHERE "invitations"."remind_at" is not null;--> statement-breakpoint
CREATE INDEX `invitations_ticket` ON `invitations` (`ticket_id`) WHERE "invitations"."ticket_id" is not null;--> statement-breakpoint
CREATE TABLE `response_reasons` (
	`response_id` text NOT NULL,
	`cause_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`response_id`, `cause_id`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `response_revisions` (
	`response_id` text NOT NULL,
	`revision` integer NOT NULL,
	`score` integer NOT NULL,
	`category` text NOT NULL,
	`comment` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`response_id`, `revision`),
	FOREIGN KEY (`response_id`) REFERENCES `responses`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `responses` (
	`id` text PRIMARY KEY NOT NULL,
	`idempotency` text,
	`content_hash` text,
	`external_key` text,
	`kind` text NOT NULL,
	`survey_id` text NOT NULL,
	`survey_version` integer NOT NULL,
	`score` integer NOT NULL,
	`category` text NOT NULL,
	`touchpoint_id` text,
	`channel` text NOT NULL,
	`language` text NOT NULL,
	`segment` text,
	`comment` text,
	`comment_type` text,
	`contact_allowed` integer NOT NULL,
	`customer_id` text,
	`invitation_id` text,
	`ticket_id` text,
	`solved` text,
	`attributes` text NOT NULL,
	`submitted_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	`day` text NOT NULL,
	`import_id` text,
	`history` integer NOT NULL,
	`revision` integer NOT NULL,
	`void_at` integer,
	`void_reason` text,
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `responses_idempotency` ON `responses` (`idempotency`) WHERE "responses"."idempotency" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX `responses_external` ON `responses` (`external_key`) WHERE "responses"."external_key" is not null;--> statement-breakpoint
CREATE INDEX `responses_submitted` ON `responses` (`submitted_at`,`id`);--> statement-breakpoint
CREATE INDEX `responses_touchpoint` ON `responses` (`touchpoint_id`,`submitted_at`);--> statement-breakpoint
CREATE INDEX `responses_customer` ON `responses` (`customer_id`,`submitted_at`) WHERE "responses"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX `responses_ticket` ON `responses` (`ticket_id`) WHERE "responses"."ticket_id" is not null;--> statement-breakpoint
CREATE TABLE `survey_versions` (
	`survey_id` text NOT NULL,
	`version` integer NOT NULL,
	`texts` text NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`survey_id`, `version`),
	FOREIGN KEY (`survey_id`) REFERENCES `surveys`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `surveys` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`kind` text NOT NULL,
	`status` text NOT NULL,
	`touchpoint_id` text,
	`texts` text NOT NULL,
	`languages` text NOT NULL,
	`created_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `surveys_slug` ON `surveys` (`slug`);--> statement-breakpoint
CREATE TABLE `tally_cuts` (
	`day` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`cut` text NOT NULL,
	`value` text NOT NULL,
	`s0` integer DEFAULT 0 NOT NULL,
	`s1` integer DEFAULT 0 NOT NULL,
	`s2` integer DEFAULT 0 NOT NULL,
	`s3` integer DEFAULT 0 NOT NULL,
	`s4` integer DEFAULT 0 NOT NULL,
	`s5` integer DEFAULT 0 NOT NULL,
	`s6` integer DEFAULT 0 NOT NULL,
	`s7` integer DEFAULT 0 NOT NULL,
	`s8` integer DEFAULT 0 NOT NULL,
	`s9` integer DEFAULT 0 NOT NULL,
	`s10` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`cut`, `value`, `day`, `touchpoint_id`, `survey_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_days` (
	`day` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`survey_id` text NOT NULL,
	`s0` integer DEFAULT 0 NOT NULL,
	`s1` integer DEFAULT 0 NOT NULL,
	`s2` integer DEFAULT 0 NOT NULL,
	`s3` integer DEFAULT 0 NOT NULL,
	`s4` integer DEFAULT 0 NOT NULL,
	`s5` integer DEFAULT 0 NOT NULL,
	`s6` integer DEFAULT 0 NOT NULL,
	`s7` integer DEFAULT 0 NOT NULL,
	`s8` integer DEFAULT 0 NOT NULL,
	`s9` integer DEFAULT 0 NOT NULL,
	`s10` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `touchpoint_id`, `survey_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_reasons` (
	`day` text NOT NULL,
	`touchpoint_id` text NOT NULL,
	`cause_id` text NOT NULL,
	`detractors` integer DEFAULT 0 NOT NULL,
	`passives` integer DEFAULT 0 NOT NULL,
	`promoters` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`day`, `touchpoint_id`, `cause_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `calendars` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`time_zone` text NOT NULL,
	`weekly` text NOT NULL,
	`holidays` text NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `contact_attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`channel` text NOT NULL,
	`direction` text NOT NULL,
	`outcome` text NOT NULL,
	`minutes` integer,
	`note` text,
	`actor_id` text NOT NULL,
	`letter_id` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `contact_attempts_ticket` ON `contact_attempts` (`ticket_id`,`at`);--> statement-breakpoint
CREATE TABLE `contributors` (
	`ticket_id` text NOT NULL,
	`team_id` text NOT NULL,
	PRIMARY KEY(`ticket_id`, `team_id`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `contributors_team` ON `contributors` (`team_id`);--> statement-breakpoint
CREATE TABLE `sla_clocks` (
	`ticket_id` text NOT NULL,
	`kind` text NOT NULL,
	`state` text NOT NULL,
	`allowance` integer NOT NULL,
	`started_at` integer NOT NULL,
	`due_at` integer,
	`paused_at` integer,
	`left` integer,
	`paused_ms` integer NOT NULL,
	`settled_at` integer,
	`warned_at` integer,
	`breached_at` integer,
	`escalated_at` integer,
	PRIMARY KEY(`ticket_id`, `kind`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sla_policies` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`targets` text NOT NULL,
	`wait_limit` integer NOT NULL,
	`standard` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `ticket_tags` (
	`ticket_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`ticket_id`, `tag`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `ticket_tags_tag` ON `ticket_tags` (`tag`);--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`number` integer NOT NULL,
	`title` text,
	`response_id` text,
	`survey_id` text,
	`customer_id` text,
	`touchpoint_id` text,
	`team_id` text NOT NULL,
	`assignee_id` text,
	`status` text NOT NULL,
	`open` integer NOT NULL,
	`priority` text NOT NULL,
	`priority_reason` text NOT NULL,
	`score` integer,
	`category` text,
	`comment_type` text,
	`channel` text,
	`language` text NOT NULL,
	`segment` text,
	`contact_allowed` integer NOT NULL,
	`contactable` integer NOT NULL,
	`occurrence` integer NOT NULL,
	`join_key` text,
	`answers` integer NOT NULL,
	`rule_id` text,
	`sla_policy_id` text NOT NULL,
	`calendar_id` text NOT NULL,
	`received_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`next_due_at` integer,
	`alarm_at` integer,
	`first_contact_at` integer,
	`first_attempt_at` integer,
	`contacts` integer NOT NULL,
	`attempts` integer NOT NULL,
	`waiting_since` integer,
	`waiting_until` integer,
	`waiting_reason` text,
	`resolved_at` integer,
	`resolved_by` text,
	`closed_at` integer,
	`discard_reason` text,
	`merged_into` text,
	`root_cause_id` text,
	`action_taken` text,
	`summary` text,
	`evidence` text,
	`reopens` integer NOT NULL,
	`rounds` integer NOT NULL,
	`reopened_at` integer,
	`escalation` integer NOT NULL,
	`ask_at` integer,
	`verdict_due_at` integer,
	`outcome` text,
	`verdict_score` integer,
	`verdict_at` integer,
	`attention` text,
	`customer_spoke_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_number` ON `tickets` (`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `tickets_join` ON `tickets` (`join_key`);--> statement-breakpoint
CREATE INDEX `tickets_team_due` ON `tickets` (`team_id`,`open`,`next_due_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_assignee` ON `tickets` (`assignee_id`,`open`,`next_due_at`,`id`) WHERE "tickets"."assignee_id" is not null;--> statement-breakpoint
CREATE INDEX `tickets_open_due` ON `tickets` (`open`,`next_due_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_customer` ON `tickets` (`customer_id`,`created_at`) WHERE "tickets"."customer_id" is not null;--> statement-breakpoint
CREATE INDEX `tickets_touchpoint` ON `tickets` (`touchpoint_id`,`received_at`);--> statement-breakpoint
CREATE INDEX `tickets_received` ON `tickets` (`received_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_alarm` ON `tickets` (`alarm_at`) WHERE "tickets"."alarm_at" is not null;--> statement-breakpoint
CREATE INDEX `tickets_ask` ON `tickets` (`ask_at`) WHERE "tickets"."ask_at" is not null;--> statement-breakpoint
CREATE INDEX `tickets_verdict_due` ON `tickets` (`verdict_due_at`) WHERE "tickets"."verdict_due_at" is not null;--> statement-breakpoint
CREATE INDEX `tickets_waiting` ON `tickets` (`waiting_until`) WHERE "tickets"."waiting_until" is not null;