CREATE TABLE "breakers" (
	"id" text PRIMARY KEY NOT NULL,
	"tripped_at" bigint,
	"sent" integer NOT NULL,
	"trusted_until" bigint
);
--> statement-breakpoint
CREATE INDEX "letters_to" ON "letters" USING btree ("to_address","sent_at") WHERE "letters"."sent_at" is not null;--> statement-breakpoint
CREATE INDEX "letters_sent" ON "letters" USING btree ("sent_at") WHERE "letters"."sent_at" is not null;