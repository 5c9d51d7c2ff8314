-- The words of tickets, folded, found by number.
CREATE TABLE search_documents (number integer PRIMARY KEY, words tsvector NOT NULL);
--> statement-breakpoint
CREATE INDEX search_documents_words ON search_documents USING gin (words);
