CREATE INDEX "tickets_team_status" ON "tickets" USING btree ("team_id","status","next_due_at","id");--> statement-breakpoint
CREATE INDEX "tickets_team_opened" ON "tickets" USING btree ("team_id","open","id");--> statement-breakpoint
CREATE INDEX "tickets_team_score" ON "tickets" USING btree ("team_id","open","score","id");--> statement-breakpoint
CREATE INDEX "tickets_unowned" ON "tickets" USING btree ("team_id","open","next_due_at","id") WHERE "tickets"."assignee_id" is null;