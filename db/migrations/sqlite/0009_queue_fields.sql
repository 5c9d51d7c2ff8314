CREATE INDEX `customers_value` ON `customers` (`annual_value`,`id`) WHERE "customers"."annual_value" is not null;--> statement-breakpoint
CREATE INDEX `tickets_touchpoint_due` ON `tickets` (`touchpoint_id`,`open`,`next_due_at`,`id`);--> statement-breakpoint
CREATE INDEX `tickets_spoke` ON `tickets` (`customer_spoke_at`,`id`) WHERE "tickets"."customer_spoke_at" is not null;--> statement-breakpoint
CREATE INDEX `tickets_cause` ON `tickets` (`root_cause_id`) WHERE "tickets"."root_cause_id" is not null;--> statement-breakpoint
CREATE INDEX `tickets_segment` ON `tickets` (`segment`) WHERE "tickets"."segment" is not null;--> statement-breakpoint
CREATE INDEX `tickets_attention` ON `tickets` (`attention`) WHERE "tickets"."attention" is not null;--> statement-breakpoint
CREATE INDEX `tickets_escalated` ON `tickets` (`escalation`) WHERE "tickets"."escalation" > 0;--> statement-breakpoint
CREATE INDEX `tickets_reopened` ON `tickets` (`reopens`) WHERE "tickets"."reopens" > 0;--> statement-breakpoint
CREATE INDEX `tickets_repeated` ON `tickets` (`occurrence`) WHERE "tickets"."occurrence" > 1;