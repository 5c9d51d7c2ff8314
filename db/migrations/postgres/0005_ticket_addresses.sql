CREATE TABLE "ticket_addresses" (
	"ticket_id" text NOT NULL,
	"address_key" text NOT NULL,
	"added_by" text NOT NULL,
	"at" bigint NOT NULL,
	CONSTRAINT "ticket_addresses_ticket_id_address_key_pk" PRIMARY KEY("ticket_id","address_key")
);
