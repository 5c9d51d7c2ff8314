CREATE TABLE `breakers` (
	`id` text PRIMARY KEY NOT NULL,
	`tripped_at` integer,
	`sent` integer NOT NULL,
	`trusted_until` integer
);
--> statement-breakpoint
CREATE INDEX `letters_to` ON `letters` (`to_address`,`sent_at`) WHERE "letters"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX `letters_sent` ON `letters` (`sent_at`) WHERE "letters"."sent_at" is not null;