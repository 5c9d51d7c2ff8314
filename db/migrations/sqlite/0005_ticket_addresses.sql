CREATE TABLE `ticket_addresses` (
	`ticket_id` text NOT NULL,
	`address_key` text NOT NULL,
	`added_by` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`ticket_id`, `address_key`)
);
