ALTER TABLE "mailboxes" ADD COLUMN "lease" text;--> statement-breakpoint
ALTER TABLE "mailboxes" ADD COLUMN "leased_until" bigint;