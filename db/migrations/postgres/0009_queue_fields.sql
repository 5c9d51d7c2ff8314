CREATE INDEX "customers_value" ON "customers" USING btree ("annual_value","id") WHERE "customers"."annual_value" is not null;--> statement-breakpoint
CREATE INDEX "tickets_touchpoint_due" ON "tickets" USING btree ("touchpoint_id","open","next_due_at","id");--> statement-breakpoint
CREATE INDEX "tickets_spoke" ON "tickets" USING btree ("customer_spoke_at","id") WHERE "tickets"."customer_spoke_at" is not null;--> statement-breakpoint
CREATE INDEX "tickets_cause" ON "tickets" USING btree ("root_cause_id") WHERE "tickets"."root_cause_id" is not null;--> statement-breakpoint
CREATE INDEX "tickets_segment" ON "tickets" USING btree ("segment") WHERE "tickets"."segment" is not null;--> statement-breakpoint
CREATE INDEX "tickets_attention" ON "tickets" USING btree ("attention") WHERE "tickets"."attention" is not null;--> statement-breakpoint
CREATE INDEX "tickets_escalated" ON "tickets" USING btree ("escalation") WHERE "tickets"."escalation" > 0;--> statement-breakpoint
CREATE INDEX "tickets_reopened" ON "tickets" USING btree ("reopens") WHERE "tickets"."reopens" > 0;--> statement-breakpoint
CREATE INDEX "tickets_repeated" ON "tickets" USING btree ("occurrence") WHERE "tickets"."occurrence" > 1;