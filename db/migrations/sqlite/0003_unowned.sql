DROP INDEX `tickets_unowned`;--> statement-breakpoint
CREATE INDEX `tickets_unowned` ON `tickets` (`assignee_id`,`team_id`,`open`,`next_due_at`,`id`) WHERE "tickets"."assignee_id" is null;