ALTER TABLE `mailboxes` ADD `lease` text;--> statement-breakpoint
ALTER TABLE `mailboxes` ADD `leased_until` integer;