CREATE TABLE `bulk_items` (
	`run_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`state` text NOT NULL,
	`code` text,
	`before` text,
	`version` integer,
	PRIMARY KEY(`run_id`, `ticket_id`),
	FOREIGN KEY (`run_id`) REFERENCES `bulk_runs`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `bulk_items_state` ON `bulk_items` (`run_id`,`state`);--> statement-breakpoint
CREATE TABLE `bulk_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`actor_id` text NOT NULL,
	`state` text NOT NULL,
	`change` text NOT NULL,
	`total` integer NOT NULL,
	`changed` integer NOT NULL,
	`skipped` integer NOT NULL,
	`undone` integer NOT NULL,
	`reversible` integer NOT NULL,
	`undo_until` integer,
	`created_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bulk_runs_actor` ON `bulk_runs` (`actor_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `bulk_runs_state` ON `bulk_runs` (`state`);--> statement-breakpoint
CREATE TABLE `drafts` (
	`ticket_id` text NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`text` text NOT NULL,
	`shared` integer NOT NULL,
	`seen_message_id` text,
	`began_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `user_id`, `kind`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `drafts_user` ON `drafts` (`user_id`);--> statement-breakpoint
CREATE TABLE `gestures` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`type` text NOT NULL,
	`cost` integer NOT NULL,
	`currency` text NOT NULL,
	`note` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`approved_by` text,
	`approved_at` integer,
	`withdrawn_at` integer,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `gestures_ticket` ON `gestures` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `macros` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`folded` text NOT NULL,
	`owner_id` text NOT NULL,
	`sharing` text NOT NULL,
	`team_id` text,
	`deeds` text NOT NULL,
	`uses` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`retired_at` integer,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `macros_owner` ON `macros` (`owner_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`kind` text NOT NULL,
	`ticket_id` text,
	`about_id` text,
	`actor_id` text,
	`at` integer NOT NULL,
	`seen_at` integer
);
--> statement-breakpoint
CREATE INDEX `notices_user` ON `notices` (`user_id`,`seen_at`,`at`);--> statement-breakpoint
CREATE INDEX `notices_ticket` ON `notices` (`ticket_id`) WHERE "notices"."ticket_id" is not null;--> statement-breakpoint
CREATE TABLE `presences` (
	`ticket_id` text NOT NULL,
	`user_id` text NOT NULL,
	`doing` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `user_id`)
);
--> statement-breakpoint
CREATE INDEX `presences_at` ON `presences` (`at`);--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`names` text NOT NULL,
	`owner_id` text NOT NULL,
	`sharing` text NOT NULL,
	`team_id` text,
	`query` text NOT NULL,
	`sort` text NOT NULL,
	`grouping` text NOT NULL,
	`columns` text,
	`position` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `saved_views_owner` ON `saved_views` (`owner_id`);--> statement-breakpoint
CREATE INDEX `saved_views_team` ON `saved_views` (`team_id`) WHERE "saved_views"."team_id" is not null;--> statement-breakpoint
CREATE TABLE `sub_tasks` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`text` text NOT NULL,
	`assignee_id` text,
	`due_at` integer,
	`done_at` integer,
	`done_by` text,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sub_tasks_ticket` ON `sub_tasks` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `ticket_links` (
	`from_id` text NOT NULL,
	`to_id` text NOT NULL,
	`kind` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`from_id`, `to_id`, `kind`),
	FOREIGN KEY (`from_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ticket_links_to` ON `ticket_links` (`to_id`);--> statement-breakpoint
CREATE TABLE `ticket_reads` (
	`user_id` text NOT NULL,
	`ticket_id` text NOT NULL,
	`at` integer NOT NULL,
	`unread` integer NOT NULL,
	PRIMARY KEY(`user_id`, `ticket_id`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `ticket_reads_ticket` ON `ticket_reads` (`ticket_id`);--> statement-breakpoint
CREATE TABLE `watchers` (
	`ticket_id` text NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `user_id`),
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `watchers_user` ON `watchers` (`user_id`);--> statement-breakpoint
CREATE TABLE `attachments` (
	`id` text PRIMARY KEY NOT NULL,
	`sha256` text NOT NULL,
	`name` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`content_id` text,
	`inline` integer NOT NULL,
	`ticket_id` text,
	`message_row_id` text,
	`inbound_id` text,
	`created_by` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `attachments_ticket` ON `attachments` (`ticket_id`) WHERE "attachments"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX `attachments_message` ON `attachments` (`message_row_id`) WHERE "attachments"."message_row_id" is not null;--> statement-breakpoint
CREATE INDEX `attachments_inbound` ON `attachments` (`inbound_id`) WHERE "attachments"."inbound_id" is not null;--> statement-breakpoint
CREATE INDEX `attachments_blob` ON `attachments` (`sha256`);--> statement-breakpoint
CREATE TABLE `blobs` (
	`sha256` text PRIMARY KEY NOT NULL,
	`size` integer NOT NULL,
	`bytes` blob NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `bounces` (
	`id` text PRIMARY KEY NOT NULL,
	`address_key` text NOT NULL,
	`letter_id` text,
	`inbound_id` text,
	`severity` text NOT NULL,
	`status` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `bounces_address` ON `bounces` (`address_key`,`at`);--> statement-breakpoint
CREATE TABLE `inbound` (
	`id` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`mailbox` text NOT NULL,
	`sha256` text NOT NULL,
	`size` integer NOT NULL,
	`uid_validity` integer,
	`uid` integer,
	`envelope_from` text,
	`envelope_to` text NOT NULL,
	`state` text NOT NULL,
	`kind` text,
	`trail` text NOT NULL,
	`message_id_header` text,
	`words_hash` text,
	`from_address` text,
	`from_name` text,
	`subject` text,
	`ticket_id` text,
	`message_row_id` text,
	`letter_id` text,
	`suggested_ticket_id` text,
	`error` text,
	`attempts` integer NOT NULL,
	`received_at` integer NOT NULL,
	`settled_at` integer,
	`settled_by` text,
	`erased_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `inbound_bytes` ON `inbound` (`mailbox`,`sha256`);--> statement-breakpoint
CREATE INDEX `inbound_state` ON `inbound` (`state`,`received_at`);--> statement-breakpoint
CREATE INDEX `inbound_message` ON `inbound` (`message_id_header`) WHERE "inbound"."message_id_header" is not null;--> statement-breakpoint
CREATE INDEX `inbound_ticket` ON `inbound` (`ticket_id`) WHERE "inbound"."ticket_id" is not null;--> statement-breakpoint
CREATE INDEX `inbound_from` ON `inbound` (`from_address`,`received_at`) WHERE "inbound"."from_address" is not null;--> statement-breakpoint
CREATE TABLE `mailboxes` (
	`id` text PRIMARY KEY NOT NULL,
	`uid_validity` integer,
	`last_uid` integer NOT NULL,
	`last_fetch_at` integer,
	`failing_since` integer,
	`error` text,
	`fetched` integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE `messages` ADD `inbound_id` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `from_address` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `from_name` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `standing` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `subject` text;--> statement-breakpoint
ALTER TABLE `messages` ADD `quote_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `has_html` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `returns_at` integer;--> statement-breakpoint
ALTER TABLE `messages` ADD `withdrawn_at` integer;--> statement-breakpoint
ALTER TABLE `users` ADD `preferences` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `bounced_at` integer;--> statement-breakpoint
ALTER TABLE `letters` ADD `bounce_status` text;--> statement-breakpoint
ALTER TABLE `letters` ADD `diagnostic` text;--> statement-breakpoint
ALTER TABLE `suppressions` ADD `until` integer;--> statement-breakpoint
ALTER TABLE `suppressions` ADD `status` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `snoozed_until` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `snoozed_by` text;--> statement-breakpoint
CREATE INDEX `tickets_snoozed` ON `tickets` (`snoozed_until`) WHERE "tickets"."snoozed_until" is not null;