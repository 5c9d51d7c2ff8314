-- The words of tickets, folded, found by number: rowid is the ticket's number.
CREATE VIRTUAL TABLE search_documents USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');
